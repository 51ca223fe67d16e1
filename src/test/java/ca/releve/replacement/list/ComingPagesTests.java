package ca.releve.replacement.list;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.replacement.week.Expected;
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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Above a manager's list: today, tomorrow and this week. It is Wednesday, 10 March 2027, 5:00 in Québec. */
@PortalTest
class ComingPagesTests {

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    private SomeClient client;
    private Substitute amelie;
    private Substitute karine;
    private Visitor manager;

    @BeforeEach
    void signIn() {
        clock.set(at("2027-03-10", "05:00"));
        client = world.client();
        amelie = world.substitute();
        karine = world.substitute();
        manager = world.signedIn(client.account());
    }

    @Test
    void todayShowsNamesTimesAndPlacesAndTomorrowAndTheWeekTheirNumbers() {
        confirmed(
                amelie,
                shift("2027-03-10", "13:00", 4),
                shift("2027-03-11", "08:30", 8),
                shift("2027-03-12", "08:30", 8));
        confirmed(karine, shift("2027-03-11", "07:00", 8));
        sent(client.facility(), shift("2027-03-11", "09:00", 3));
        sent(client.facility(), shift("2027-03-14", "09:00", 3));
        sent(client.facility(), shift("2027-03-15", "09:00", 3));

        Element section = section();

        assertThat(words(section.select("li")))
                .containsExactly("13:00 17:00 " + amelie.name() + " Qualifiée " + need() + " "
                        + client.facility().name());
        assertThat(words(section.select(".today-head p"))).containsExactly("1 remplaçante attendue");
        assertThat(words(section.select(".today-more")))
                .containsExactly(
                        "Demain 2 remplaçantes attendues, 1 quart à combler",
                        "Cette semaine 2 remplaçantes attendues, 2 quarts à combler");
        assertThat(section.select(".today-more a").eachAttr("href"))
                .containsExactly("/remplacements/semaine?date=2027-03-11", "/remplacements/semaine");
        manager.click("Cette semaine");
        assertThat(manager.page().text()).contains("2 remplaçantes attendues, 2 quarts à combler.");
    }

    @Test
    void atMostFourShiftsOfTodayAreShownAndThoseThatAreOverLast() {
        sent(client.facility(), shift("2027-03-10", "06:00", 3));
        IntStream.range(0, 4).forEach(it -> sent(client.facility(), shift("2027-03-10", "1" + it + ":00", 4)));
        clock.set(at("2027-03-10", "12:00"));

        Element section = section();

        assertThat(section.select(".today-time").eachText())
                .containsExactly("10:00 14:00", "11:00 15:00", "12:00 16:00", "13:00 17:00");
        assertThat(section.text()).contains("Tous les remplacements d’aujourd’hui");
    }

    @Test
    void aShiftToReconfirmIsSaidAndNobodyIsExpectedForIt() {
        ReplacementRequest request = confirmed(amelie, shift("2027-03-11", "08:30", 8));
        manager.get("/remplacements/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/modification");
        manager.press("Enregistrer", Map.of("endTime", "17:00"));

        assertThat(words(section().select(".today-more")).get(0))
                .isEqualTo("Demain Personne n’est attendu, 1 quart à reconfirmer");
    }

    @Test
    void onASundayTomorrowIsAlreadyNextWeek() {
        sent(client.facility(), shift("2027-03-14", "09:00", 3));
        sent(client.facility(), shift("2027-03-15", "09:00", 3), shift("2027-03-16", "09:00", 3));
        clock.set(at("2027-03-14", "07:00"));

        assertThat(words(section().select(".today-more")))
                .containsExactly(
                        "Demain Personne n’est attendu, 1 quart à combler",
                        "Cette semaine Personne n’est attendu, 1 quart à combler");
    }

    @Test
    void aManagerLimitedToAnInstallationCountsOnlyItsShifts() {
        sent(world.facility(client.client(), "Installation du Nord"), shift("2027-03-11", "09:00", 3));
        sent(client.facility(), shift("2027-03-12", "09:00", 3));
        manager = world.signedIn(world.limitedManager(client));

        assertThat(words(section().select(".today-more")))
                .containsExactly(
                        "Demain Personne n’est attendu", "Cette semaine Personne n’est attendu, 1 quart à combler");
    }

    @Test
    void whereThereAreVeryManyShiftsTheirNumberIsNotCounted() {
        for (int i = 0; i < 34; i++) {
            String start = LocalTime.of(6, i).toString();
            sent(
                    client.facility(),
                    IntStream.rangeClosed(10, 14)
                            .mapToObj(day -> shift("2027-03-" + day, start, 4))
                            .toArray(PlannedShift[]::new));
            sent(client.facility(), shift("2027-03-13", LocalTime.of(16, i).toString(), 4));
        }

        assertThat(words(section().select(".today-more")))
                .contains("Demain Personne n’est attendu, 34 quarts à combler", "Cette semaine Plus de 200 quarts");
        assertThat(Expected.MAX_READ).isEqualTo(200);
    }

    private Element section() {
        manager.get("/remplacements");
        Element section = manager.page().html().selectFirst("#du-jour");
        assertThat(section.hasAttr("hidden")).isFalse();
        return section;
    }

    private String need() {
        return manager.page().html().selectFirst("#du-jour .today-where a").text();
    }

    private static List<String> words(List<Element> elements) {
        return elements.stream().map(it -> it.text().replace('\u00a0', ' ')).toList();
    }

    private ReplacementRequest sent(Facility facility, PlannedShift... shifts) {
        ReplacementRequest request = world.draft(client, facility);
        request.schedule(List.of(shifts), world.actor(client.account()), clock);
        return world.save(request);
    }

    private ReplacementRequest confirmed(Substitute substitute, PlannedShift... shifts) {
        ReplacementRequest request = world.draft(client, client.facility());
        request.schedule(List.of(shifts), world.actor(client.account()), clock);
        request.assign(
                request.shifts().stream().map(Shift::id).toList(), substitute, world.actor(client.account()), clock);
        return world.save(request);
    }

    private static PlannedShift shift(String day, String time, int hours) {
        Instant start = at(day, time);
        return new PlannedShift(start, start.plus(Duration.ofHours(hours)), 0, QUEBEC);
    }

    private static Instant at(String day, String time) {
        return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(QUEBEC).toInstant();
    }
}
