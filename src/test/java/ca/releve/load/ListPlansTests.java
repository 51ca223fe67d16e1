package ca.releve.load;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.ReleveApplication;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How PostgreSQL executes each list view over a service of 10,000 requests, with plans for the values at hand and with plans
 * for any values, and how large the pages of the lists are. Full scans and sorts are switched off as far as an index can serve: what is left of them has no index. The
 * profile {@code load} measures the plans that PostgreSQL chooses over a million requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansTests {

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");

    private static final int REQUESTS = 10_000;

    /** A page of each of the 12 facilities of the largest client. */
    private static final int MAX_SORTED = 12 * 26;

    /** Requests with a text that are sorted by something else than their date. */
    private static final int MAX_FOUND = 1_000;

    /** Requests among which a text is looked for before the index on words is asked. */
    private static final int MAX_READ = 3_000;

    private final PlanRecorder recorder = new PlanRecorder();
    private ConfigurableApplicationContext portal;
    private Views views;
    private Visitor manager;
    private Visitor staff;

    @BeforeAll
    void startPortalOfALargeService() {
        String url = TestDatabase.create();
        PlanRecorder.prepare(url);
        Login login = TestDatabase.portal(url);
        Login owner = TestDatabase.owner(url);
        SpringApplication application = new SpringApplication(ReleveApplication.class, World.MINTED_SIGN_IN);
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(recorder));
        portal = application.run(
                "--server.port=0",
                "--spring.main.lazy-initialization=true",
                "--db-scheduler.polling-interval=1h",
                "--db-scheduler.immediate-execution-enabled=false",
                "--db-scheduler.delay-startup-until-context-ready=true",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + login.username(),
                "--spring.datasource.password=" + login.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.port=1");
        LoadDatabase.fill(LoadDatabase.superuser(url), REQUESTS);
        views = new Views(LoadDatabase.superuser(url));
        int port = ((ServletWebServerApplicationContext) portal).getWebServer().getPort();
        manager = World.signedIn(new Visitor(port), views.manager(), false);
        staff = World.signedIn(new Visitor(port), views.administrator(), true);
    }

    @AfterAll
    void stopPortal() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void eachViewReadsItsRowsByAnIndex(String mode) {
        String settings = "set plan_cache_mode = " + mode + "; set enable_seqscan = off; set enable_sort = off;";
        List<String> faults = new ArrayList<>();
        views.ofManager().forEach(address -> look(manager, address, settings, faults));
        views.ofStaff().forEach(address -> look(staff, address, settings, faults));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-700, -670", "-30, 0", "0, 0", "-1, 1", "0, 14", "-40,", "10,"})
    void aPeriodHasTheRequestsThatOverlapIt(int firstDay, Integer lastDay) {
        LocalDate from = LocalDate.now(QUEBEC).plusDays(firstDay);
        LocalDate last = lastDay == null ? null : LocalDate.now(QUEBEC).plusDays(lastDay);
        int expected = views.overlapping(
                from.atStartOfDay(QUEBEC).toOffsetDateTime(),
                last == null ? null : last.plusDays(1).atStartOfDay(QUEBEC).toOffsetDateTime());

        String address = "/admin/demandes?statut=TOUS&du=" + from + (last == null ? "" : "&au=" + last);

        assertThat(expected).isBetween(10, 1_000);
        for (String order : List.of("", "&tri=client", "&tri=statut&ordre=inverse")) {
            assertThat(staff.get(address + order).html().select("caption").text())
                    .as(address + order)
                    .contains(" " + expected + " demandes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "manager, /remplacements, 25, 450",
        "manager, /approbation?statut=ALL, 60, 900",
        "manager, /approbation?statut=ALL&lignes=50, 85, 1600",
        "staff, /admin/demandes, 35, 650",
        "staff, /admin/heures, 36, 720",
        "staff, /admin/remplacantes, 25, 450",
        "staff, /admin/clients, 25, 450",
        "staff, /admin/comptes, 25, 500",
        "staff, /admin/courriels, 25, 500",
        "staff, /admin/securite, 25, 500",
    })
    void aPageOfAListIsSmall(String who, String address, int kilobytes, int elements) {
        Page page = (who.equals("staff") ? staff : manager).get(address);

        assertThat(page.html().select("tbody tr:not(.row-group, .row-total)")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(kilobytes * 1024);
        assertThat(page.body().split("<(?=[a-z])").length - 1).isLessThanOrEqualTo(elements);
    }

    private void look(Visitor visitor, String address, String settings, List<String> faults) {
        List<Plan> plans = recorder.during(
                settings,
                () -> assertThat(visitor.get(address).status()).as(address).isEqualTo(200));
        assertThat(plans).as("plans of " + address).isNotEmpty();
        plans.forEach(plan -> {
            if (!plan.fullScans().isEmpty()) {
                faults.add(address + " reads the whole of " + plan.fullScans());
            }
            boolean sortsFound = address.contains("texte=") && address.contains("tri=");
            if (plan.sortedRows() > (sortsFound ? MAX_FOUND : MAX_SORTED)) {
                faults.add(address + " sorts " + plan.sortedRows() + " rows");
            }
            if (plan.readRows() > MAX_READ) {
                faults.add(address + " reads " + plan.readRows() + " rows of a large table");
            }
        });
    }
}
