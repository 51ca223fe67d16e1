package ca.releve.replacement.week;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is Wednesday, 10 March 2027, 5:45 in Québec; the clock goes forward on Sunday of that week. */
@PortalTest
class WeekPagesTests {

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final String WEEK = "/remplacements/semaine";

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Facility park;
    private Facility other;
    private Substitute amelie;
    private Visitor manager;

    @BeforeEach
    void signIn() {
        clock.set(Instant.parse("2027-03-10T10:45:00Z"));
        client = world.client();
        park = client.facility();
        other = world.facility(client.client(), "Annexe du Nord");
        amelie = world.substitute();
        manager = world.signedIn(client.account());
    }

    @Test
    void eachDayOfEachInstallationShowsTimesNamesAndStatesInWords() {
        ReplacementRequest confirmed =
                confirmed(park, shift("2027-03-10", "08:30", 8), shift("2027-03-11", "08:30", 8));
        ReplacementRequest open = sent(other, shift("2027-03-12", "07:00", 4));
        sent(other, shift("2027-03-15", "07:00", 4));

        manager.get(WEEK);

        assertThat(manager.page().title()).startsWith("Semaine du lundi 8 mars 2027");
        assertThat(manager.page().text()).contains("1 remplaçante attendue, 1 quart à combler.");
        assertThat(days())
                .containsExactly(
                        "lun. 8 mars",
                        "mar. 9 mars",
                        "mer. 10 mars",
                        "jeu. 11 mars",
                        "ven. 12 mars",
                        "sam. 13 mars",
                        "dim. 14 mars");
        assertThat(manager.page().html().select("th[aria-current=date]").text()).isEqualTo("mer. 10 mars");
        assertThat(places()).containsExactly("Annexe du Nord", park.name());
        assertThat(cell(park.name(), 2)).contains("08:30–16:30", amelie.name(), "Confirmé", "Éducatrice", "Poupons");
        assertThat(cell(park.name(), 3)).contains(amelie.name());
        assertThat(cell(park.name(), 4)).isEqualTo("–");
        assertThat(cell("Annexe du Nord", 4)).contains("07:00–11:00", "À combler");
        assertThat(link(park.name(), 2)).isEqualTo("/remplacements/" + confirmed.id());
        assertThat(link("Annexe du Nord", 4)).isEqualTo("/remplacements/" + open.id());
    }

    @Test
    void theArrowsLeadToTheWeekBeforeAndAfterAndTodayLeadsBack() {
        sent(park, shift("2027-03-17", "08:30", 8));

        manager.get(WEEK);
        assertThat(manager.page().text()).contains("Aucun remplacement cette semaine");
        manager.click("Semaine suivante");
        assertThat(manager.page().title()).startsWith("Semaine du lundi 15 mars 2027");
        assertThat(cell(park.name(), 2)).contains("08:30–16:30");
        assertThat(manager.page().html().select("th[aria-current]")).isEmpty();
        manager.click("Semaine précédente");
        manager.click("Semaine précédente");
        assertThat(manager.page().title()).startsWith("Semaine du lundi 1er mars 2027");
        manager.click("Aujourd’hui");
        assertThat(manager.page().title()).startsWith("Semaine du lundi 8 mars 2027");
    }

    @Test
    void aDateAndAnInstallationAreChosenAndKept() {
        sent(park, shift("2027-03-17", "08:30", 8));
        sent(other, shift("2027-03-18", "08:30", 8));
        manager.get(WEEK);

        manager.press("Voir la semaine", Map.of("date", "21 mars 2027", "installation", other.id()));

        assertThat(manager.page().title()).startsWith("Semaine du lundi 15 mars 2027");
        assertThat(places()).containsExactly("Annexe du Nord");
        assertThat(manager.page()
                        .html()
                        .selectFirst("#installation option[selected]")
                        .val())
                .isEqualTo(other.id().toString());
        manager.click("Semaine précédente");
        assertThat(manager.page().text()).contains("Aucun remplacement cette semaine");
        manager.click("Semaine suivante");
        assertThat(places()).containsExactly("Annexe du Nord");
    }

    @Test
    void aDateThatIsNoneIsReportedAndKept() {
        manager.get(WEEK + "?date=lundi");

        assertThat(manager.page().status()).isEqualTo(422);
        assertThat(manager.page().problems()).containsExactly("Inscrivez une date, par exemple 2027-03-14");
        assertThat(manager.page().html().selectFirst("#date").val()).isEqualTo("lundi");
        assertThat(manager.get(WEEK + "?date=2000-01-01").status()).isEqualTo(200);
        assertThat(manager.get(WEEK + "?date=2100-12-31").status()).isEqualTo(200);
    }

    @Test
    void aShiftStandsOnTheDayOnWhichItBeginsAlsoInTheNightOfTheClockChange() {
        sent(park, shift("2027-03-13", "22:00", 8));
        sent(park, shift("2027-03-15", "00:00", 6));

        manager.get(WEEK);

        assertThat(cell(park.name(), 5)).contains("22:00–07:00 (le lendemain)");
        assertThat(cell(park.name(), 6)).isEqualTo("–");
    }

    @Test
    void aCancelledShiftIsNotExpectedAndAnAbsenceIsSaid() {
        ReplacementRequest request = confirmed(park, shift("2027-03-10", "05:00", 4), shift("2027-03-11", "08:30", 8));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        dispatcher.get("/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/absence");
        dispatcher.press("Noter l’absence", Map.of("reason", "Malade."));
        manager.get("/remplacements/" + request.id() + "/quarts/"
                + request.shifts().get(1).id() + "/annulation");
        manager.press("Retirer le quart", Map.of("reason", "Revenue."));

        manager.get(WEEK);

        assertThat(cell(park.name(), 2)).contains(amelie.name(), "Remplaçante absente");
        assertThat(cell(park.name(), 3)).isEqualTo("–");
        assertThat(manager.page().text()).contains("Personne n’est attendu.");
    }

    @Test
    void aManagerLimitedToAnInstallationSeesNothingOfTheOther() {
        sent(park, shift("2027-03-10", "08:30", 8));
        sent(other, shift("2027-03-11", "08:30", 8));
        Visitor limited = world.signedIn(world.limitedManager(client));

        limited.get(WEEK);
        assertThat(limited.page().body()).contains(park.name()).doesNotContain("Annexe du Nord");
        assertThat(limited.page().text()).contains("Personne n’est attendu, 1 quart à combler.");
        for (UUID id : List.of(other.id(), UUID.randomUUID())) {
            assertThat(limited.get(WEEK + "?installation=" + id).text()).contains("Aucun remplacement cette semaine");
        }
        assertThat(world.signedIn(world.client().account()).get(WEEK).body()).doesNotContain(park.name());
    }

    @Test
    void aWeekWithVeryManyShiftsIsCutAndSaysSo() {
        for (int i = 0; i < 29; i++) {
            LocalTime start = LocalTime.of(6, i);
            sent(
                    park,
                    IntStream.range(0, 7)
                            .mapToObj(day -> shift(
                                    LocalDate.parse("2027-03-15").plusDays(day).toString(), start.toString(), 4))
                            .toArray(PlannedShift[]::new));
        }

        manager.get(WEEK + "?date=2027-03-15");

        assertThat(manager.page().html().select(".week li")).hasSize(Expected.MAX_READ);
        assertThat(manager.page().text())
                .contains("Il y a plus de quarts que cette page n’en montre : choisissez une installation.");
    }

    @Test
    void aWeekIsReadWithOneStatementHoweverManyShifts() {
        confirmed(park, shift("2027-03-11", "08:30", 8), shift("2027-03-12", "08:30", 8));
        manager.get(WEEK);

        assertThat(statements.trafficDuring(() -> manager.get(WEEK)).statements().stream()
                        .filter(it -> it.contains("from shift s")))
                .hasSize(1);
    }

    @Test
    void theListLeadsToTheWeekWhichIsAvailableInEnglish() {
        sent(park, shift("2027-03-11", "08:30", 8));

        manager.get("/remplacements");
        manager.click("Calendrier");
        manager.get(WEEK + "?langue=en");

        assertThat(manager.page().title()).startsWith("Week of Monday, March 8, 2027");
        assertThat(manager.page().text())
                .contains("Nobody is expected, 1 shift to fill.", "To fill", "Educator", "Show the week");
    }

    private ReplacementRequest sent(Facility facility, PlannedShift... shifts) {
        return world.save(scheduled(facility, shifts));
    }

    private ReplacementRequest confirmed(Facility facility, PlannedShift... shifts) {
        ReplacementRequest request = scheduled(facility, shifts);
        request.assign(request.shifts().stream().map(Shift::id).toList(), amelie, world.actor(client.account()), clock);
        return world.save(request);
    }

    private ReplacementRequest scheduled(Facility facility, PlannedShift... shifts) {
        ReplacementRequest request = world.draft(client, facility);
        request.schedule(List.of(shifts), world.actor(client.account()), clock);
        return request;
    }

    private static PlannedShift shift(String day, String time, int hours) {
        Instant start = LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(QUEBEC)
                .toInstant();
        return new PlannedShift(start, start.plus(Duration.ofHours(hours)), 0, QUEBEC);
    }

    private List<String> days() {
        return manager.page().html().select(".week thead th").eachText().stream()
                .map(it -> it.replace('\u00a0', ' '))
                .toList();
    }

    private List<String> places() {
        return manager.page().html().select(".week tbody th").eachText();
    }

    /** @param day 0 for Monday */
    private String cell(String place, int day) {
        return td(place, day).text().replace('\u00a0', ' ');
    }

    private String link(String place, int day) {
        return td(place, day).selectFirst("a").attr("href");
    }

    private Element td(String place, int day) {
        return manager.page().html().select(".week tbody").stream()
                .filter(it -> it.selectFirst("th").text().equals(place))
                .findFirst()
                .orElseThrow()
                .select("td")
                .get(day);
    }
}
