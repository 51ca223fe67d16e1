package ca.releve.replacement.list;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that are filtered by days. It is Tuesday, 9 March 2027, 5:45 in Québec. */
@PortalTest
class PeriodPagesTests {

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    private SomeClient client;
    private Substitute amelie;
    private Substitute karine;
    private Visitor manager;
    private Visitor dispatcher;

    @BeforeEach
    void signIn() {
        clock.set(Instant.parse("2027-03-07T10:45:00Z"));
        client = world.client();
        amelie = world.substitute();
        karine = world.substitute();
        clock.set(Instant.parse("2027-03-09T10:45:00Z"));
        manager = world.signedIn(client.account());
        dispatcher = world.signedIn(world.dispatcher());
    }

    @Test
    void aRowShowsTheShiftOfTheDayAndWhoComesThen() {
        ReplacementRequest request = sent(shift("09", "08:30"), shift("10", "08:30"), shift("11", "08:30"));
        assign(request, amelie, 0);
        assign(request, karine, 1);

        assertThat(ofManager("")).contains("2027-03-09 à 08:30", amelie.name());
        assertThat(ofManager("du=2027-03-10&au=2027-03-10")).contains("2027-03-10 à 08:30", karine.name());
        assertThat(ofManager("du=2027-03-11&au=2027-03-12")).contains("2027-03-11 à 08:30", "Personne pour le moment");
        assertThat(ofManager("du=2027-03-10")).contains("2027-03-10 à 08:30");
        assertThat(ofManager("au=2027-03-10")).contains("2027-03-09 à 08:30");
        assertThat(ofStaff("du=2027-03-10&au=2027-03-10")).contains("2027-03-10 08:30 à 16:30");
        assertThat(dispatcher.page().html().select("tbody .cell-actions a").attr("href"))
                .isEqualTo("/admin/demandes/" + request.id());
        assertThat(ofStaff("du=2027-03-09&au=2027-03-11")).contains("2027-03-11 08:30 à 16:30");
        assertThat(dispatcher.page().html().select("tbody .cell-actions a").attr("href"))
                .endsWith("/affectation?quart=" + request.shifts().get(2).id());
    }

    @Test
    void aDayWithoutAShiftSaysSo() {
        sent(shift("10", "08:30"), shift("12", "08:30"));

        assertThat(ofManager("du=2027-03-11&au=2027-03-11")).contains("Aucun quart ces jours-là");
        assertThat(ofStaff("du=2027-03-11&au=2027-03-11")).contains("Aucun quart ces jours-là");
        assertThat(ofManager("du=2027-03-11&au=2027-03-13")).contains("2027-03-12 à 08:30");
    }

    @Test
    void aDayThatIsOverShowsWhoCameAndACancelledRequestItsDay() {
        clock.set(Instant.parse("2027-03-07T10:45:00Z"));
        ReplacementRequest cancelled = sent(shift("11", "08:30"));
        world.confirmed(client, amelie, shift("08", "08:30"), shift("10", "08:30"));
        clock.set(Instant.parse("2027-03-09T10:45:00Z"));

        assertThat(ofManager("du=2027-03-08&au=2027-03-08")).contains("2027-03-08 à 08:30", amelie.name());
        manager.get("/remplacements/" + cancelled.id() + "/annulation");
        manager.press("Annuler la demande", Map.of("reason", "Revenue."));
        assertThat(ofManager("du=2027-03-11&au=2027-03-11")).contains("2027-03-11 à 08:30", "Annulée", "Annulé");
        assertThat(ofStaff("du=2027-03-11&au=2027-03-11")).contains("2027-03-11 08:30 à 16:30", "Annulée");
    }

    @Test
    void theShiftThatBeginsOnTheDayComesBeforeTheOneOfTheNightBefore() {
        sent(shift("09", "22:00"), shift("10", "22:00"));

        assertThat(ofManager("du=2027-03-10&au=2027-03-10")).contains("2027-03-10 à 22:00");
        assertThat(ofManager("du=2027-03-11&au=2027-03-11")).contains("2027-03-10 à 22:00");
    }

    @Test
    void anAbsenceOfTheDayIsSaid() {
        ReplacementRequest request = world.confirmed(client, amelie, shift("09", "05:00"), shift("10", "08:30"));
        dispatcher.get("/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/absence");
        dispatcher.press("Noter l’absence", Map.of("reason", "Malade."));

        assertThat(ofManager("du=2027-03-09&au=2027-03-09")).contains(amelie.name(), "Remplaçante absente");
        assertThat(manager.page().html().select("thead").text())
                .contains("Date")
                .doesNotContain("Prochaine date");
        assertThat(ofManager("")).contains("2027-03-10 à 08:30");
        assertThat(manager.page().html().select("thead").text()).contains("Prochaine date");
    }

    private String ofManager(String filter) {
        return row(manager.get("/remplacements?" + filter));
    }

    private String ofStaff(String filter) {
        return row(dispatcher.get(
                "/admin/demandes?statut=TOUS&client=" + client.client().id() + "&" + filter));
    }

    /** The text of the only row. */
    private static String row(Visitor.Page page) {
        assertThat(page.html().select("tbody tr")).hasSize(1);
        return page.html().select("tbody tr").text().replace('\u00a0', ' ');
    }

    private ReplacementRequest sent(PlannedShift... shifts) {
        return world.sentRequest(client, shifts);
    }

    private void assign(ReplacementRequest request, Substitute substitute, int shift) {
        dispatcher.get("/admin/demandes/" + request.id() + "/affectation?texte="
                + substitute.lastName().replaceAll("\\D+", "") + "&quart="
                + request.shifts().get(shift).id());
        dispatcher.press("Confirmer l’affectation", Map.of("substitute", substitute.id()));
        assertThat(dispatcher.page().status()).isEqualTo(303);
    }

    private static PlannedShift shift(String dayOfMarch, String time) {
        Instant start = LocalDate.parse("2027-03-" + dayOfMarch)
                .atTime(LocalTime.parse(time))
                .atZone(QUEBEC)
                .toInstant();
        return new PlannedShift(start, start.plus(Duration.ofHours(8)), 0, QUEBEC);
    }
}
