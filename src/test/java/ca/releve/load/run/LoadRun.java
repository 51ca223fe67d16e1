package ca.releve.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.load.run.Deployment.Form;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Measures the portal with a large service beside the bare app, and writes {@code src/docs/performance.md}. Fails if a budget is
 * broken. Run with {@code ./mvnw -Pload verify}, as {@code CONTRIBUTING.md} says.
 */
class LoadRun {

    private static final int REQUESTS = Integer.getInteger("load.requests", 1_000_000);
    private static final int FEW = 10_000;

    private final Report report = new Report(REQUESTS, FEW);
    private final List<String> broken = new ArrayList<>();

    @Test
    void thePortalKeepsItsBudgets() throws Exception {
        Wrk.requireInstalled();
        try (LoadServer server = LoadServer.start()) {
            report.filled(() -> fill(server));
            report.database(server.admin()
                    .sql("show server_version")
                    .query(String.class)
                    .single());
            GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mailServer.start();
            try {
                measure(server, Deployment.of(server, mailServer.getSmtp().getPort()));
            } catch (Exception | Error failure) {
                report.writeUnfinished();
                throw failure;
            } finally {
                mailServer.stop();
            }
        }
        report.write(broken);

        assertThat(broken)
                .as("budgets of src/docs/performance.md that are broken")
                .isEmpty();
    }

    private static void fill(LoadServer server) throws Exception {
        server.createPortalDatabase("few", FEW);
        server.createPortalDatabase("many", REQUESTS);
        server.createBareDatabase(REQUESTS);
        server.becomeDurable();
    }

    private void measure(LoadServer server, Deployment deployment) throws Exception {
        report.progress("filled");
        starts(Starts.measure(deployment, "many"));
        Rounds rounds = new Rounds(server);
        People ofMany = new People(server.client("many"));
        People ofFew = new People(server.client("few"));
        try (App bare = deployment.bare(Memory.LARGE, Form.EXTRACTED);
                App many = deployment.portal("many", Memory.LARGE, Form.EXTRACTED);
                App few = deployment.portal("few", Memory.LARGE, Form.EXTRACTED)) {
            Portal portal = new Portal(many, "many", ofMany);
            List<PageFigures> pages = new Pages(server, rounds, bare, portal, new Portal(few, "few", ofFew)).measure();
            pages(pages);
            few.close();
            writes(new Writes(server, portal), pages.get(0).bare());
            try (App other = deployment.portal("many", Memory.SMALL, Form.EXTRACTED)) {
                Portal second = new Portal(other, "many", ofMany);
                memory(Memory.measure(rounds, second, portal, bare));
                instances(Instances.measure(rounds, portal, second));
            }
        }
    }

    private void starts(Starts starts) {
        report.starts(starts);
        most("start, × the bare app's", starts.ofBare(), Starts.MOST);
    }

    private void pages(List<PageFigures> pages) {
        report.pages(pages);
        pages.forEach(page -> broken.addAll(page.broken()));
    }

    private void writes(Writes writes, Load bare) throws Exception {
        WriteFigures create = writes.create();
        WriteFigures approve = writes.approve();
        report.writes(List.of(create, approve), bare);
        most("processor time to " + create.name(), create.inBarePages(bare), Writes.MOST_FOR_CREATING);
        most("processor time to " + approve.name(), approve.inBarePages(bare), Writes.MOST_FOR_APPROVING);
    }

    private void memory(Memory memory) {
        report.memory(memory);
        broken.addAll(memory.broken());
    }

    private void instances(Optional<Double> ratio) {
        report.instances(ratio);
        if (ratio.isPresent() && ratio.get() < Instances.LEAST) {
            broken.add("instances: two serve %.2f × one, at least %.1f".formatted(ratio.get(), Instances.LEAST));
        }
    }

    private void most(String what, double figure, double budget) {
        if (figure > budget) {
            broken.add("%s: %.2f, at most %.1f".formatted(what, figure, budget));
        }
    }
}
