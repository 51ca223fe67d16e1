package ca.releve.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two substitutes of one name are told apart by the last digits of their phones. */
@PortalTest
class TwoNathaliesTests {

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    JdbcClient jdbc;

    SomeClient mine;
    String number;
    Substitute first;
    Substitute second;
    Visitor staff;
    Visitor manager;

    @BeforeEach
    void meetTwoNathalies() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        mine = world.client();
        number = mine.client().name().replaceAll("\\D", "");
        first = nathalie("Nathalie", "418 555-0149");
        second = nathalie("NATHALIE", "581 555-0150");
        staff = world.signedIn(world.dispatcher());
        manager = world.signedIn(mine.account());
    }

    @Test
    void theyAreToldApartInTheChoiceTheHistoryTheMailAndOnTheManagersPages() {
        ReplacementRequest request = world.sentRequest(mine, world.shift(Duration.ofDays(2), 4));
        String page = "/admin/demandes/" + request.id();

        staff.get(page + "/affectation?texte=tremblay+" + number);
        assertThat(staff.page().html().select(".choice-title").eachText())
                .contains("Nathalie Tremblay " + number + " (0149)", "NATHALIE Tremblay " + number + " (0150)");
        staff.press("Confirmer l’affectation", Map.of("substitute", first.id()));

        String marked = "Nathalie Tremblay " + number + " (0149)";
        assertThat(staff.get(page).html().select("main").text()).contains(marked);
        assertThat(staff.get(page)
                        .html()
                        .select("section[aria-labelledby=historique]")
                        .text())
                .contains(marked);
        assertThat(manager.get("/remplacements/" + request.id())
                        .html()
                        .select("main")
                        .text())
                .contains(marked);
        assertThat(manager.get("/remplacements").text()).contains(marked);
        assertThat(world.mailTo(mine.account().email()).text()).contains(marked);
    }

    @Test
    void theMarkStandsOnThePageOfAPersonOnlyWhileAnotherActiveOneHasTheName() {
        String path = "/admin/remplacantes/" + first.id();
        assertThat(staff.get(path).html().select("h1").text()).isEqualTo("Nathalie Tremblay " + number + " (0149)");

        staff.get("/admin/remplacantes/" + second.id() + "/desactivation");
        staff.press("Désactiver", Map.of("reason", "Elle est partie."));

        assertThat(staff.get(path).html().select("h1").text()).isEqualTo("Nathalie Tremblay " + number);
        assertThat(staff.get("/admin/remplacantes/" + second.id())
                        .html()
                        .select("h1")
                        .text())
                .isEqualTo("NATHALIE Tremblay " + number + " (0150)");
    }

    @Test
    void whoHasNoPhoneIsToldApartByAFunction() {
        jdbc.sql("update substitute set phone = '' where id = ?")
                .param(second.id())
                .update();
        String function = world.jobFunction().nameFr();
        jdbc.sql("insert into substitute_job_function select ?, id from job_function where name_fr = ?")
                .params(second.id(), function)
                .update();

        assertThat(staff.get("/admin/remplacantes/" + second.id())
                        .html()
                        .select("h1")
                        .text())
                .isEqualTo("NATHALIE Tremblay " + number + " (" + function + ")");
    }

    private Substitute nathalie(String firstName, String phone) {
        return world.save(new Substitute(
                firstName, "Tremblay " + number, "n" + System.nanoTime() + "@example.test", phone, true));
    }
}
