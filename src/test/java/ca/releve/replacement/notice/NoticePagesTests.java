package ca.releve.replacement.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is Monday, 30 November 2026, 9:04 in Québec. */
@PortalTest
class NoticePagesTests {

    private static final Instant NOW = Instant.parse("2026-11-30T14:04:00Z");
    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final PlannedShift THIS_AFTERNOON = shift("2026-11-30T18:00:00Z", 4);
    private static final PlannedShift IN_A_WEEK = shift("2026-12-07T13:30:00Z", 8);

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Visitor manager;
    private Visitor dispatcher;

    @BeforeEach
    void signIn() {
        clock.set(NOW);
        jdbc.sql("update notice set replaced_at = now() where channel = 'CALL' and called_at is null")
                .update();
        client = world.client();
        manager = world.signedIn(client.account());
        dispatcher = world.signedIn(world.dispatcher());
    }

    @Test
    void aShiftOfTodayThatTheManagerCancelsIsAMailAndACallWithHerPhoneNumber() {
        Substitute helene = substitute(true);
        ReplacementRequest request = confirmed(helene, THIS_AFTERNOON);

        Page asked = manager.get("/remplacements/" + request.id() + "/annulation");
        assertThat(asked.text())
                .contains("Seront averties : " + helene.name() + " (par courriel, et au téléphone par le service).");
        manager.press("Annuler la demande", Map.of("reason", "L’éducatrice est revenue."));

        assertThat(words(cancellationTo(helene).subject()))
                .isEqualTo("Annulé : aujourd’hui, lundi 30 novembre 2026, "
                        + client.facility().name());
        assertThat(cancellationTo(helene).text().transform(NoticePagesTests::words))
                .contains(
                        "Vous n’êtes plus attendue",
                        "lundi 30 novembre 2026, de 13 h à 17 h",
                        client.client().name());
        assertThat(words(toTheStaff("Annulé").subject()))
                .isEqualTo("Annulé : aujourd’hui, lundi 30 novembre 2026, "
                        + client.facility().name() + ", " + client.client().name());
        assertThat(toTheStaff("Annulé").text()).contains(helene.name() + ", 418 555-0172");

        Page desk = dispatcher.get("/admin/demandes");
        assertThat(desk.text()).contains("À appeler", helene.name() + ", 418 555-0172, annulé aujourd’hui à 13 h");
        assertThat(desk.html().select("a[href=tel:4185550172]").text()).isEqualTo("418 555-0172");
        dispatcher.click(request.code());
        assertThat(dispatcher.page().text()).contains("Annulée", helene.name() + ", 418 555-0172", "À appeler.");
        assertThat(dispatcher.page().html().select("table").text()).contains(helene.name(), "418 555-0172");
    }

    @Test
    void appeleeClosesTheCallOnceAndSaysWhoCalled() {
        Substitute helene = substitute(true);
        ReplacementRequest request = confirmed(helene, THIS_AFTERNOON);
        cancel(request);
        Page shown = dispatcher.get("/admin/demandes");
        Visitor colleague = world.signedIn(world.dispatcher());
        Page alsoShown = colleague.get("/admin/demandes");

        dispatcher.press(shown, "Appelée " + helene.name(), Map.of());
        assertThat(dispatcher.page().status()).isEqualTo(303);
        assertThat(dispatcher.follow().text()).contains("L’appel est noté.").doesNotContain(helene.name());
        dispatcher.press(shown, "Appelée " + helene.name(), Map.of());
        assertThat(dispatcher.page().status()).isEqualTo(303);
        colleague.press(alsoShown, "Appelée " + helene.name(), Map.of());
        assertThat(colleague.page().status()).isEqualTo(409);

        assertThat(dispatcher.get("/admin/demandes/" + request.id()).text())
                .contains(
                        helene.name() + " est appelée : annulation, le lundi 30 novembre 2026, à 13 h.",
                        "Appelée le lundi 30 novembre 2026, à 9 h",
                        "par Josée Lavoie");
        assertThat(jdbc.sql("select count(*) from history_entry where request_id = ? and event = 'notice.called'")
                        .param(request.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSubstituteWithoutAnAddressIsCalledHoweverFarTheShift() {
        Substitute helene = substitute(false);
        ReplacementRequest request = confirmed(helene, IN_A_WEEK, shift("2026-12-08T13:30:00Z", 8));

        assertThat(dispatcher.get("/admin/demandes").text())
                .contains(helene.name()
                        + ", 418 555-0172, confirmée le lundi 7 décembre 2026, à 8 h 30 et un autre quart");
        assertThat(manager.get("/remplacements/" + request.id() + "/annulation").text())
                .contains("Seront averties : " + helene.name() + " (au téléphone, par le service).");
        dispatcher.get("/admin/demandes");
        dispatcher.press("Appelée " + helene.name());
        assertThat(dispatcher.follow().text()).doesNotContain(helene.name());
        assertThat(channels(request)).containsExactly("CALL", "CALL");
    }

    @Test
    void theConfirmationByMailSaysWhereWhenAndWhomToAskFor() {
        Substitute helene = substitute(true);
        ReplacementRequest request = confirmed(helene, IN_A_WEEK);

        SomeMail mail = world.mailTo(helene.email());
        assertThat(words(mail.subject()))
                .isEqualTo(
                        "Confirmé : lundi 7 décembre 2026, " + client.facility().name());
        assertThat(mail.text().transform(NoticePagesTests::words))
                .startsWith("Bonjour Hélène,")
                .contains("lundi 7 décembre 2026, de 8 h 30 à 16 h 30, sans pause non payée")
                .contains("Fonction : Éducatrice", "Groupe d’âge : Poupons")
                .contains("12, rue des Érables, Québec G1R 2B5\n418 555-0102")
                .contains("Client : " + client.client().name())
                .contains("Personne à demander : " + client.manager().name() + ", 418 555-0101")
                .contains("Consignes : Sonner à la porte verte.");
        assertThat(channels(request)).containsExactly("MAIL");
        Awaitility.await().untilAsserted(() -> assertThat(jdbc.sql("select left_at from notice where request_id = ?")
                        .param(request.id())
                        .query()
                        .singleValue())
                .isNotNull());
        assertThat(dispatcher.get("/admin/demandes/" + request.id()).text()).contains("Courriel parti le lundi");
    }

    @Test
    void aChangeOfTimesIsToldBeforeAndAfter() {
        Substitute helene = substitute(true);
        ReplacementRequest request = confirmed(helene, IN_A_WEEK);

        manager.get(change(request));
        manager.press("Enregistrer", Map.of("endTime", "17:00"));

        SomeMail mail = world.mailTo(helene.email(), 1);
        assertThat(words(mail.subject()))
                .isEqualTo(
                        "Changé : lundi 7 décembre 2026, " + client.facility().name());
        assertThat(mail.text().transform(NoticePagesTests::words))
                .contains("Avant : lundi 7 décembre 2026, de 8 h 30 à 16 h 30")
                .contains("Maintenant : lundi 7 décembre 2026, de 8 h 30 à 17 h")
                .contains("Appelez le service");
        assertThat(toTheStaff("Heures changées").text()).contains(helene.name() + ", 418 555-0172");
    }

    @Test
    void thePageThatChangesAShiftSaysHowTheSubstituteIsTold() {
        Substitute helene = substitute(true);
        ReplacementRequest later = confirmed(helene, IN_A_WEEK);
        assertThat(manager.get(change(later)).text())
                .contains(
                        "Seront averties : " + helene.name()
                                + " (par courriel, et au téléphone par le service si le quart commence dans moins de 24 heures).");
        assertThat(manager.get(change(confirmed(helene, THIS_AFTERNOON))).text())
                .contains("Seront averties : " + helene.name() + " (par courriel, et au téléphone par le service).");
        Substitute without = substitute(false);
        assertThat(manager.get(change(confirmed(without, IN_A_WEEK))).text())
                .contains("Seront averties : " + without.name() + " (au téléphone, par le service).");

        manager.get(change(later));
        manager.press("Enregistrer", Map.of("date", "2026-12-01", "startTime", "8:30", "endTime", "16:30"));
        assertThat(channels(later)).containsExactlyInAnyOrder("MAIL", "MAIL", "CALL");
    }

    @Test
    void thePageThatChangesTheNeedSaysHowTheSubstituteIsTold() {
        Substitute helene = substitute(true);
        ReplacementRequest request = confirmed(helene, THIS_AFTERNOON);

        assertThat(manager.get("/remplacements/" + request.id() + "/modification")
                        .text())
                .contains("devra confirmer de nouveau si vous changez autre chose que les notes. Seront averties : "
                        + helene.name() + " (par courriel, et au téléphone par le service).");

        manager.press("Enregistrer", Map.of("qualified", "false"));
        assertThat(channels(request)).contains("MAIL", "CALL");
    }

    @Test
    void thePageThatAssignsSaysHowEachCandidateIsTold() {
        Substitute mailed = substitute(true);
        Substitute called = substitute(false);
        ReplacementRequest soon = world.sentRequest(client, THIS_AFTERNOON);
        ReplacementRequest later = world.sentRequest(client, IN_A_WEEK);

        assertThat(candidates(later, mailed)).contains("sera avertie (par courriel)");
        assertThat(candidates(soon, mailed)).contains("sera avertie (par courriel, et au téléphone par le service)");
        assertThat(candidates(later, called)).contains("sera avertie (au téléphone, par le service)");
    }

    private String candidates(ReplacementRequest request, Substitute substitute) {
        dispatcher.get("/admin/demandes/" + request.id() + "/affectation");
        return dispatcher
                .press("Chercher", Map.of("texte", substitute.name()))
                .html()
                .select(".candidate")
                .text();
    }

    private static String change(ReplacementRequest request) {
        return "/remplacements/" + request.id() + "/quarts/"
                + request.shifts().get(0).id()
                + "/modification";
    }

    @Test
    void aReleasedSubstituteIsToldAndAnOlderCallIsReplacedByANewerOne() {
        Substitute helene = substitute(true);
        ReplacementRequest request = confirmed(helene, THIS_AFTERNOON);
        assertThat(dispatcher.get("/admin/demandes").text()).contains("confirmée aujourd’hui à 13 h");

        dispatcher.get("/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/liberation");
        assertThat(dispatcher.page().text()).contains("Seront averties : " + helene.name());
        dispatcher.press("Libérer la remplaçante", Map.of("reason", "Malade."));

        assertThat(words(world.mailTo(helene.email(), 1).subject()))
                .isEqualTo("Vous n’êtes plus attendue : aujourd’hui, lundi 30 novembre 2026, "
                        + client.facility().name());
        assertThat(dispatcher.get("/admin/demandes").text())
                .contains(helene.name() + ", 418 555-0172, n’est plus attendue aujourd’hui à 13 h")
                .doesNotContain("confirmée aujourd’hui");
    }

    @Test
    void aSwapOfTwoPeopleIsOneMailToTheManager() {
        Substitute helene = substitute(true);
        Substitute karine = substitute(true);
        ReplacementRequest request = confirmed(helene, IN_A_WEEK);
        world.mailTo(client.account().email());

        dispatcher.get("/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/liberation");
        dispatcher.press("Libérer la remplaçante", Map.of("reason", "Malade."));
        assign(request, karine, 0);

        SomeMail mail = world.mailTo(client.account().email(), 1);
        assertThat(words(mail.subject()))
                .isEqualTo("Autre remplaçante confirmée : lundi 7 décembre 2026, "
                        + client.facility().name());
        assertThat(mail.text()).contains(karine.name() + " vient à la place de " + helene.name());
        clock.advance(Duration.ofMinutes(4));
        world.mailTo(helene.email(), 1);
        assertThat(world.mailsTo(client.account().email())).hasSize(2);
    }

    @Test
    void thePromiseNamesExactlyThosePeopleForWhomAMailOrACallExists() {
        Substitute called = substitute(false);
        Substitute mailed = substitute(true);
        ReplacementRequest request =
                world.sentRequest(client, THIS_AFTERNOON, IN_A_WEEK, shift("2026-12-09T13:30:00Z", 8));
        assign(request, called, 0);
        assign(request, mailed, 1);

        String promise =
                manager.get("/remplacements/" + request.id() + "/annulation").text();
        assertThat(promise)
                .contains("Seront averties : " + called.name() + " (au téléphone, par le service), " + mailed.name()
                        + " (par courriel).");
        manager.press("Annuler la demande", Map.of("reason", "Erreur."));

        assertThat(jdbc.sql("""
                        select channel || ' ' || substitute_id from notice
                         where request_id = ? and kind = 'CANCELLED' order by 1
                        """).param(request.id()).query(String.class).list())
                .containsExactly("CALL " + called.id(), "MAIL " + mailed.id());
    }

    private static String words(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static PlannedShift shift(String start, int hours) {
        Instant startsAt = Instant.parse(start);
        return new PlannedShift(startsAt, startsAt.plus(Duration.ofHours(hours)), 0, QUEBEC);
    }

    private Substitute substitute(boolean withAddress) {
        String email = withAddress ? world.email("helene").original() : "";
        return world.save(new Substitute("Hélène", "Boisvert " + System.nanoTime(), email, "418 555-0172", true));
    }

    private ReplacementRequest confirmed(Substitute substitute, PlannedShift... shifts) {
        ReplacementRequest request = world.sentRequest(client, shifts);
        UUID[] all = request.shifts().stream().map(it -> it.id()).toArray(UUID[]::new);
        assign(request, substitute, all);
        return request;
    }

    private void assign(ReplacementRequest request, Substitute substitute, int shift) {
        assign(request, substitute, request.shifts().get(shift).id());
    }

    private void assign(ReplacementRequest request, Substitute substitute, UUID... shifts) {
        String number = substitute.name().replaceAll("\\D+", "");
        dispatcher.get("/admin/demandes/" + request.id() + "/affectation?texte=" + number
                + String.join(
                        "", List.of(shifts).stream().map(it -> "&quart=" + it).toList()));
        dispatcher.press("Confirmer l’affectation", Map.of("substitute", substitute.id()));
        assertThat(dispatcher.page().status()).isEqualTo(303);
    }

    private void cancel(ReplacementRequest request) {
        manager.get("/remplacements/" + request.id() + "/annulation");
        manager.press("Annuler la demande", Map.of("reason", "L’éducatrice est revenue."));
        assertThat(manager.page().status()).isEqualTo(303);
    }

    private SomeMail cancellationTo(Substitute substitute) {
        return world.mailTo(substitute.email(), 1);
    }

    private SomeMail toTheStaff(String beginning) {
        return Awaitility.await()
                .until(
                        () -> world.mailsTo("service@example.test").stream()
                                .filter(it -> it.subject().startsWith(beginning)
                                        && it.subject().endsWith(client.client().name()))
                                .toList(),
                        mails -> !mails.isEmpty())
                .get(0);
    }

    private List<String> channels(ReplacementRequest request) {
        return jdbc.sql("select channel from notice where request_id = ? order by starts_at, channel")
                .param(request.id())
                .query(String.class)
                .list();
    }
}
