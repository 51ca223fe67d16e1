package ca.releve.load.run;

import ca.releve.load.run.Wrk.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks several applications for their pages in turn, so that what else the machine does meets all of them. */
final class Rounds {

    static final int CONNECTIONS = 16;

    private final LoadServer server;
    private final int rounds;
    private final Duration time;

    Rounds(LoadServer server) {
        this.server = server;
        this.rounds = Integer.getInteger("load.rounds", 3);
        this.time = Duration.ofSeconds(Integer.getInteger("load.seconds", 3));
    }

    /** A page of an application. */
    record Target(App app, Wrk page) {}

    /** @return for each target, which has been warmed, the medians of the rounds */
    List<Load> of(List<Target> targets) throws Exception {
        List<List<Load>> all = new ArrayList<>();
        targets.forEach(target -> all.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                all.get(i).add(once(targets.get(i)));
            }
        }
        return all.stream().map(Load::median).toList();
    }

    /** Has the JVMs compile what these pages use. One connection leaves a core to their compilers. */
    void warm(List<Target> targets) throws Exception {
        for (Target target : targets) {
            target.page.warm(1, time);
        }
    }

    private Load once(Target target) throws Exception {
        Duration jvm = target.app.cpu();
        Duration database = server.cpu();
        Rate rate = target.page.run(CONNECTIONS, time);
        double pages = rate.pagesPerSecond() * time.toSeconds();
        return new Load(
                rate,
                target.app.cpu().minus(jvm).toNanos() / 1e6 / pages,
                server.cpu().minus(database).toNanos() / 1e6 / pages);
    }

    Duration time() {
        return time;
    }

    int count() {
        return rounds;
    }
}
