package ca.releve.replacement.manager;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.AtOnce;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is Monday, 30 November 2026, 8:45 in Québec: somebody was expected from 8:30 to 16:30. */
@PortalTest
class LatePagesTests {

    private static final String BUTTON = "Elle n’est pas arrivée";
    private static final PlannedShift SINCE_HALF_PAST_EIGHT = new PlannedShift(
            Instant.parse("2026-11-30T13:30:00Z"),
            Instant.parse("2026-11-30T21:30:00Z"),
            0,
            ZoneId.of("America/Toronto"));

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Substitute helene;
    private ReplacementRequest request;
    private Visitor manager;
    private Visitor dispatcher;

    @BeforeEach
    void confirmASubstituteForThisMorning() {
        clock.set(Instant.parse("2026-11-30T12:00:00Z"));
        jdbc.sql("update notice set replaced_at = now() where channel = 'CALL' and called_at is null")
                .update();
        client = world.client();
        helene = world.save(new Substitute(
                "Hélène", "Boisvert " + System.nanoTime(), world.email("helene").original(), "418 555-0172", true));
        request = world.confirmed(client, helene, SINCE_HALF_PAST_EIGHT);
        manager = world.signedIn(client.account());
        dispatcher = world.signedIn(world.dispatcher());
        clock.set(Instant.parse("2026-11-30T13:45:00Z"));
    }

    @Test
    void oneButtonPutsACallOnTheDeskAndShowsThePhoneOfTheServiceAtOnce() {
        report();

        assertThat(manager.page().text())
                .contains(
                        "Le service est averti.",
                        helene.name() + " n’est pas arrivée",
                        "Dit par " + client.account().name() + ", le lundi 30 novembre 2026, à 8 h 45.")
                .contains(helene.name() + " n’est pas arrivée : le lundi 30 novembre 2026, de 08:30 à 16:30.");
        assertThat(manager.page().html().select("main a[href=tel:4185550100]").text())
                .isEqualTo("418 555-0100");
        Page desk = dispatcher.get("/admin/demandes");
        assertThat(desk.text())
                .contains(helene.name() + ", 418 555-0172, n’est pas arrivée, attendue aujourd’hui à 8 h 30")
                .contains(client.facility().name() + ", 418 555-0102. Dit par "
                        + client.account().name() + " aujourd’hui à 8 h 45.");
        assertThat(desk.html().select("a[href=tel:4185550172], a[href=tel:4185550102]"))
                .hasSize(2);
    }

    @Test
    void pressedTwiceByOneOrByTwoManagersItCountsOnce() {
        Page shown = manager.get(page());
        Visitor colleague = world.signedIn(world.limitedManager(client));
        Page alsoShown = colleague.get(page());

        manager.press(shown, button(), Map.of());
        manager.press(shown, button(), Map.of());
        assertThat(manager.page().status()).isEqualTo(303);
        colleague.press(alsoShown, button(), Map.of());

        assertThat(colleague.follow().text())
                .contains(
                        "Le service le sait déjà : rien n’a été ajouté.",
                        "Dit par " + client.account().name());
        assertThat(count("notice")).isEqualTo(1);
        assertThat(count("history_entry")).isEqualTo(1);
    }

    @Test
    void managersWhoSayItAtTheSameMomentAreOneCall() throws Exception {
        List<Visitor> managers = IntStream.range(0, 4)
                .mapToObj(it -> world.signedIn(world.limitedManager(client)))
                .toList();
        List<Page> shown = managers.stream().map(it -> it.get(page())).toList();

        List<Page> answers =
                AtOnce.run(managers.size(), one -> () -> managers.get(one).press(shown.get(one), button(), Map.of()));

        assertThat(answers).allMatch(it -> it.status() == 303);
        assertThat(count("notice")).isEqualTo(1);
        assertThat(count("history_entry")).isEqualTo(1);
    }

    @Test
    void appeleeClosesTheCallAndTheManagerReadsItAndMaySayItAgain() {
        report();
        clock.set(Instant.parse("2026-11-30T13:52:00Z"));
        dispatcher.get("/admin/demandes");
        dispatcher.press("Appelée " + helene.name());
        assertThat(dispatcher.follow().text()).doesNotContain(helene.name());

        assertThat(manager.get(page()).text())
                .contains("Le service l’a appelée le lundi 30 novembre 2026, à 8 h 52.")
                .contains(helene.name() + " est appelée : pas arrivée, le lundi 30 novembre 2026, à 8 h 30.");
        manager.press("Elle n’est toujours pas arrivée " + helene.name() + ", 08:30");
        assertThat(dispatcher.get("/admin/demandes").text()).contains(helene.name());
        assertThat(dispatcher.get("/admin/demandes/" + request.id()).text())
                .contains(
                        "Dit par " + client.account().name() + ", le lundi 30 novembre 2026, à 8 h 52.", "À appeler.");
    }

    @Test
    void theServiceIsMailedWithTheDayThePlaceTheClientAndHerPhone() {
        report();

        SomeMail mail = Awaitility.await()
                .until(
                        () -> world.mailsTo("service@example.test").stream()
                                .filter(it ->
                                        it.subject().endsWith(client.client().name()))
                                .findFirst(),
                        it -> it.isPresent())
                .orElseThrow();
        assertThat(mail.subject().replace('\u00a0', ' '))
                .isEqualTo("Pas arrivée : aujourd’hui, lundi 30 novembre 2026, "
                        + client.facility().name() + ", " + client.client().name());
        assertThat(mail.text().replace('\u00a0', ' '))
                .contains(client.account().name(), helene.name() + ", 418 555-0172", "de 8 h 30 à 16 h 30");
        assertThat(world.mailsTo(helene.email())).as("she is called").isEmpty();
    }

    @Test
    void theButtonIsThereFromTheStartUntilTwoHoursAfterTheEnd() {
        for (String[] moment : new String[][] {
            {"2026-11-30T13:29:00Z", "0"},
            {"2026-11-30T13:30:00Z", "1"},
            {"2026-11-30T23:29:00Z", "1"},
            {"2026-11-30T23:30:00Z", "0"}
        }) {
            clock.set(Instant.parse(moment[0]));
            manager = world.signedIn(client.account());
            assertThat(manager.get(page()).html().select("form[action$=/retard]"))
                    .as(moment[0])
                    .hasSize(Integer.parseInt(moment[1]));
        }
    }

    @Test
    void theListOfTodayAndTheWeekHaveTheButtonUntilTheEndOfTheShift() {
        for (String[] moment : new String[][] {
            {"2026-11-30T13:29:00Z", "0"},
            {"2026-11-30T13:30:00Z", "1"},
            {"2026-11-30T21:29:00Z", "1"},
            {"2026-11-30T21:30:00Z", "0"}
        }) {
            clock.set(Instant.parse(moment[0]));
            manager = world.signedIn(client.account());
            for (String path : List.of("/remplacements", "/remplacements/semaine")) {
                assertThat(manager.get(path).html().select("form[action$=/retard]"))
                        .as("%s at %s", path, moment[0])
                        .hasSize(Integer.parseInt(moment[1]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/remplacements", "/remplacements/semaine"})
    void oneButtonOfTheListOrTheWeekIsEnoughAndSaysAfterwardsThatTheServiceKnows(String path) {
        manager.get(path);
        manager.press(button());

        assertThat(manager.page().location()).hasValue(page());
        assertThat(manager.follow().text()).contains("Le service est averti.", helene.name() + " n’est pas arrivée");
        assertThat(dispatcher.get("/admin/demandes").text())
                .contains(helene.name() + ", 418 555-0172, n’est pas arrivée");
        assertThat(manager.get(path).text()).contains("Pas arrivée : le service est averti");
        assertThat(manager.page().html().select("form[action$=/retard]")).isEmpty();
        assertThat(count("notice")).isEqualTo(1);
    }

    @Test
    void anAbsenceThatIsWrittenDownLeavesNoCallToMake() {
        report();
        dispatcher.get("/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/absence");
        dispatcher.press("Noter l’absence", Map.of("reason", "Elle est malade."));

        assertThat(dispatcher.get("/admin/demandes").text()).doesNotContain(helene.name() + ", 418 555-0172");
        assertThat(dispatcher.get("/admin/demandes/" + request.id()).text())
                .contains("Remplacé par un avis plus récent");
    }

    @Test
    void aReportThatComesTooLateIsRefusedWithTheReason() {
        Page shown = manager.get(page());
        clock.set(Instant.parse("2026-11-30T14:00:00Z"));
        dispatcher.get("/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/absence");
        dispatcher.press("Noter l’absence", Map.of("reason", "Elle est malade."));

        manager.press(shown, button(), Map.of());

        assertThat(manager.page().status()).isEqualTo(409);
        assertThat(count("notice")).isZero();
    }

    @Test
    void aRequestOfAnotherInstallationIsNotFound() {
        Facility other = world.facility(client.client(), "Installation du Nord");
        jdbc.sql("update replacement_request set facility_id = ? where id = ?")
                .params(other.id(), request.id())
                .update();
        Visitor limited = world.signedIn(world.limitedManager(client));
        limited.get("/remplacements");

        limited.post(
                page() + "/quarts/" + request.shifts().get(0).id() + "/retard",
                Map.of("version", 0, "submissionId", UUID.randomUUID()));

        assertThat(limited.page().status()).isEqualTo(404);
        assertThat(count("notice")).isZero();
    }

    @Test
    void inEnglishTheButtonAndTheCallAreEnglish() {
        manager.get(page() + "?langue=en");
        assertThat(manager.page().text()).contains(helene.name() + ", expected from 08:30 to 16:30");
        manager.press("She has not arrived " + helene.name() + ", 08:30");
        assertThat(manager.follow().text()).contains("The service has been told.", helene.name() + " has not arrived");
    }

    private void report() {
        manager.get(page());
        manager.press(button());
        assertThat(manager.page().status()).isEqualTo(303);
        manager.follow();
    }

    private String page() {
        return "/remplacements/" + request.id();
    }

    private String button() {
        return BUTTON + " " + helene.name() + ", 08:30";
    }

    private int count(String table) {
        String kind = table.equals("notice") ? "kind = 'LATE'" : "event = 'shift.late'";
        return jdbc.sql("select count(*) from " + table + " where request_id = ? and " + kind)
                .param(request.id())
                .query(Integer.class)
                .single();
    }
}
