package ca.releve.web.resume;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.signin.Doors;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.UnusedSessions;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The input of a form survives the end of a session, and nothing else does (WEB-07). */
@PortalTest
class KeptFormTests {

    private static final String NEW_REQUEST = "/remplacements/nouveau";
    private static final String NOTHING_SAVED = "Rien n’a été enregistré";

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    SomeClient client;
    Visitor manager;

    @BeforeEach
    void signIn() {
        client = world.client();
        manager = browserOf(client.account());
    }

    @Test
    @Covers({"WEB-07"})
    void aRequestSentAfterTheSessionEndedIsRestoredAfterTheSignIn() {
        String function = world.jobFunction().id().toString();
        Page shown = manager.get(NEW_REQUEST);
        endSessionsOf(client.account());

        manager.press(shown, "Enregistrer", Map.of("jobFunctionId", function, "notes", "Sonner en bas.\nDeux fois."));

        assertThat(manager.page().location()).hasValue(NEW_REQUEST);
        assertThat(manager.follow().location()).hasValue("/connexion");
        assertThat(manager.follow().text()).contains("Votre session a pris fin");
        Page again = signInAgain(client.account());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains(NOTHING_SAVED, "Voici ce que vous aviez inscrit");
        assertThat(again.html().selectFirst("#jobFunctionId option[selected]").val())
                .isEqualTo(function);
        assertThat(again.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner en bas.\nDeux fois.");
        assertThat(again.html().selectFirst("[name=submissionId]").val())
                .isNotEqualTo(shown.html().selectFirst("[name=submissionId]").val());
        assertThat(requestsOf(client)).isZero();
        Page later = manager.get(NEW_REQUEST);
        assertThat(later.text()).doesNotContain(NOTHING_SAVED);
        assertThat(later.html().selectFirst("#notes").wholeText()).isEmpty();
    }

    @Test
    @Covers({"WEB-07"})
    void bothPartsOfARequestInOneScreenAreRestored() {
        Page shown = manager.get(NEW_REQUEST);
        endSessionsOf(client.account());

        manager.press(
                shown,
                "Envoyer la demande",
                Map.of("notes", "Sonner en bas.", "startDate", "2030-06-20", "startTime", "8h30", "endTime", "tard"));
        manager.follow();
        manager.follow();
        signInAgain(client.account());

        Page again = manager.follow();
        assertThat(again.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner en bas.");
        assertThat(again.html().select("#startDate, #startTime, #endTime").eachAttr("value"))
                .containsExactly("2030-06-20", "08:30", "tard");
        assertThat(requestsOf(client)).isZero();
    }

    @Test
    @Covers({"WEB-07"})
    void theVersionOfTheFormIsKeptSoThatNothingIsOverwritten() {
        var request = world.request(client);
        String path = "/remplacements/" + request.id() + "/modification";
        Page shown = manager.get(path);
        Visitor colleague = browserOf(client.account());
        colleague.get(path);
        assertThat(colleague
                        .press("Enregistrer", Map.of("notes", "Plus vite que l’autre."))
                        .status())
                .isEqualTo(303);
        endSessionsOf(client.account());

        manager.press(shown, "Enregistrer", Map.of("notes", "Trop tard."));
        manager.follow();
        manager.follow();
        Page again = signInAgain(client.account());

        assertThat(again.html().selectFirst("#notes").wholeText()).isEqualTo("Trop tard.");
        assertThat(again.html().selectFirst("form.form [name=version]").val())
                .isEqualTo(shown.html().selectFirst("form.form [name=version]").val());
        assertThat(manager.press("Enregistrer").status()).isEqualTo(409);
        assertThat(manager.page().text()).contains("Plus vite que l’autre.");
    }

    @Test
    @Covers({"WEB-07"})
    void theSelectedDaysOfAScheduleAreKept() {
        String path = "/remplacements/" + world.request(client).id() + "/horaire";
        manager.get(path);
        manager.press(
                "Aperçu",
                Map.of(
                        "startDate", "2030-06-03",
                        "endDate", "2030-06-05",
                        "startTime", "8 h",
                        "endTime", "16:00",
                        "unpaidBreak", "45"));
        Page preview = manager.follow();
        endSessionsOf(client.account());

        manager.press(preview, "OK", Map.of("days", List.of("2030-06-03", "2030-06-05")));
        manager.follow();
        manager.follow();
        signInAgain(client.account());
        Page again = manager.follow();

        assertThat(again.text()).contains(NOTHING_SAVED);
        assertThat(again.html().selectFirst("#startTime").val()).isEqualTo("08:00");
        assertThat(again.html().selectFirst("#unpaidBreak").val()).isEqualTo("45");
        assertThat(again.html().select("[name=days][checked]").eachAttr("value"))
                .containsExactly("2030-06-03", "2030-06-05");
        assertThat(manager.press("OK").location())
                .hasValueSatisfying(it -> assertThat(it).endsWith("/envoyee"));
        assertThat(jdbc.sql("select count(*) from shift s join replacement_request r on r.id = s.request_id"
                                + " where r.client_id = ?")
                        .param(client.client().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @Covers({"WEB-07"})
    void anAdjustmentIsKeptWithItsInvalidInput() {
        Worked worked = hours.submitted(client, 1);
        String path = "/approbation/" + worked.id(0) + "/modification";
        Page shown = manager.get(path);
        endSessionsOf(client.account());

        manager.press(shown, "Enregistrer", Map.of("adjustment", "une heure", "note", "Restée plus tard."));
        manager.follow();
        manager.follow();
        Page again = signInAgain(client.account());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.html().selectFirst("#adjustment").val()).isEqualTo("une heure");
        assertThat(again.html().selectFirst("#note").wholeText()).isEqualTo("Restée plus tard.");
    }

    @Test
    @Covers({"WEB-07"})
    void aFormOfTheStaffIsKeptOverBothFactors() {
        Account administrator = world.administrator();
        Visitor staff = world.signedIn(administrator);
        staff.get("/admin/clients");
        fromOurPages(staff);
        Page shown = staff.get("/admin/clients/nouveau");
        endSessionsOf(administrator);

        staff.press(shown, "Enregistrer", Map.of("name", "CPE Les Grands Pins"));
        staff.follow();
        staff.follow();
        staff.press("Se connecter", Map.of("email", administrator.email(), "password", World.PASSWORD));
        world.withPasskey(staff, administrator);

        Page again = staff.get("/admin/clients/nouveau");
        assertThat(again.text()).contains(NOTHING_SAVED);
        assertThat(again.html().selectFirst("#name").val()).isEqualTo("CPE Les Grands Pins");
    }

    @Test
    @Covers({"WEB-07"})
    void aUserWhoSignedInAgainInAnotherTabFindsTheInputAtOnce() {
        Page shown = manager.get(NEW_REQUEST);
        endSessionsOf(client.account());
        manager.get("/connexion");
        manager.press("Se connecter", Map.of("email", client.account().email(), "password", World.PASSWORD));

        manager.press(shown, "Enregistrer", Map.of("notes", "Depuis l’autre onglet."));

        assertThat(manager.page().location()).hasValue(NEW_REQUEST);
        assertThat(manager.follow().html().selectFirst("#notes").wholeText()).isEqualTo("Depuis l’autre onglet.");
        assertThat(requestsOf(client)).isZero();
    }

    @Test
    @Covers({"WEB-07"})
    void anotherUserOfTheSameBrowserDoesNotSeeTheInput() {
        Page shown = manager.get(NEW_REQUEST);
        endSessionsOf(client.account());
        manager.press(shown, "Enregistrer", Map.of("notes", "Seulement pour moi."));
        manager.follow();
        manager.follow();

        Page page = signInAgain(world.client().account());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("Seulement pour moi.", NOTHING_SAVED);
    }

    @Test
    @Covers({"WEB-06", "WEB-07"})
    void anotherSiteCannotInsertInput() {
        for (String site : List.of("cross-site", "same-site", "none", "")) {
            Visitor lured = world.signedIn(client.account()).with("Sec-Fetch-Mode", "navigate");
            if (!site.isEmpty()) {
                lured.with("Sec-Fetch-Site", site);
            }
            lured.postRaw(
                    NEW_REQUEST,
                    Map.of(
                            "notes",
                            List.of("Planté."),
                            "_shownTo",
                            List.of(client.account().id().toString())));
            assertThat(lured.page().status()).as(site).isEqualTo(403);
            assertThat(lured.get(NEW_REQUEST).body()).as(site).doesNotContain("Planté.");
        }
    }

    @Test
    @Covers({"WEB-06", "WEB-07"})
    void aMissingTokenWhileSignedInIsRefusedWithAPageThatHelps() {
        Visitor other = world.signedIn(client.account());
        other.get(NEW_REQUEST);

        Page page = other.postRaw(NEW_REQUEST, Map.of("notes", List.of("Sans jeton.")));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains(NOTHING_SAVED, "Revenez en arrière, rechargez la page et recommencez");
        manager.postRaw("/deconnexion", Map.of());
        assertThat(manager.page().status()).isEqualTo(403);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    @Covers({"WEB-07"})
    void noSecretIsKept() {
        String secret = "un mot de passe à ne pas garder";
        Visitor visitor = fromOurPages(world.stranger());
        Page shown = visitor.get("/compte/creation");
        UnusedSessions.pass(Duration.ofHours(2), jdbc);
        visitor.press(
                shown,
                "Créer un compte",
                Map.of("firstName", "Julie", "lastName", "Côté", "email", "julie@example.test", "password", secret));

        assertThat(sessionsThatHold(secret)).isZero();
        assertThat(visitor.page().location()).hasValue("/compte/creation");
        Page again = visitor.follow();
        assertThat(again.text()).contains(NOTHING_SAVED, "sauf les mots de passe");
        assertThat(again.html().selectFirst("#firstName").val()).isEqualTo("Julie");
        assertThat(again.html().selectFirst("#email").val()).isEqualTo("julie@example.test");
        assertThat(again.html().selectFirst("#password").val()).isEmpty();
        assertThat(visitor.press("Créer un compte", Map.of("password", secret)).status())
                .isEqualTo(303);
    }

    /** The table of sessions, or a copy of it, must not contain a valid link. */
    @Test
    @Covers({"WEB-07", "AUTH-06"})
    void theTokenOfALinkIsNotKeptWithTheFormThatItLeadsTo() {
        Visitor visitor = fromOurPages(world.stranger());
        Doors.forgotten(visitor, client.account().email());
        SomeMail mail = world.mailTo(client.account().email());
        Page shown = visitor.get(mail.path());
        UnusedSessions.pass(SecurityDoc.duration("SESSION_IDLE"), jdbc);

        visitor.press(shown, "Enregistrer le mot de passe", Map.of("password", "une tout autre phrase, assez longue"));

        assertThat(visitor.page().location()).hasValue(mail.path());
        assertThat(sessionsThatHold(mail.token())).isZero();
        assertThat(visitor.follow().text()).contains(NOTHING_SAVED);
        assertThat(sessionsThatHold(mail.token())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.empty", "jobFunctionId[0]", "days[9999]"})
    @Covers({"ACC-08", "WEB-07"})
    void parametersThatAreNoFieldOfTheFormAreNotRestored(String name) {
        manager.get(NEW_REQUEST);
        endSessionsOf(client.account());

        manager.postRaw(
                NEW_REQUEST,
                Map.of(
                        "notes",
                        List.of("Sonner en bas."),
                        name,
                        List.of("1"),
                        "_shownTo",
                        List.of(client.account().id().toString())));
        manager.follow();
        manager.follow();
        Page again = signInAgain(client.account());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner en bas.");
    }

    @Test
    @Covers({"WEB-07"})
    void theSignInPageSurvivesTwoHours() {
        Visitor visitor = fromOurPages(world.stranger());
        Page shown = visitor.get("/connexion");
        UnusedSessions.pass(Duration.ofHours(2), jdbc);
        Map<String, String> typed = Map.of("email", client.account().email(), "password", World.PASSWORD);

        visitor.press(shown, "Se connecter", typed);

        assertThat(visitor.page().location()).hasValue("/connexion");
        Page again = visitor.follow();
        assertThat(again.text())
                .contains("Cette page était ouverte depuis trop longtemps")
                .doesNotContain("Votre session a pris fin");
        assertThat(again.html().selectFirst("#email").val()).isEqualTo(typed.get("email"));
        assertThat(again.html().selectFirst("#password").val()).isEmpty();
        visitor.press("Se connecter", Map.of("password", World.PASSWORD));
        assertThat(visitor.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    @Covers({"WEB-07"})
    void theForgottenPasswordFormSurvivesTwoHours() {
        Visitor visitor = fromOurPages(world.stranger());
        Page shown = visitor.get("/compte/mot-de-passe-oublie");
        UnusedSessions.pass(Duration.ofHours(2), jdbc);

        visitor.press(shown, "Recevoir un lien", Map.of("email", "julie@example.test"));

        assertThat(visitor.follow().html().selectFirst("#email").val()).isEqualTo("julie@example.test");
    }

    @Test
    @Covers({"WEB-07"})
    void theInputIsDeletedAfterHalfAnHour() {
        Page shown = manager.get(NEW_REQUEST);
        endSessionsOf(client.account());
        manager.press(shown, "Enregistrer", Map.of("notes", "Pour plus tard."));
        manager.follow();
        manager.follow();
        manager.press("Se connecter", Map.of("email", client.account().email(), "password", World.PASSWORD));
        Duration half = SecurityDoc.duration("SESSION_IDLE").dividedBy(2).plusSeconds(1);
        for (int i = 0; i < 2; i++) {
            clock.advance(half);
            manager.get("/remplacements");
        }

        assertThat(manager.get(NEW_REQUEST).body()).doesNotContain("Pour plus tard.");
    }

    @Test
    @Covers({"WEB-07"})
    void anInputThatIsTooLongIsNotKept() {
        Page shown = manager.get(NEW_REQUEST);
        endSessionsOf(client.account());

        manager.press(shown, "Enregistrer", Map.of("notes", "é".repeat(SecurityDoc.number("KEPT_FORM_CHARACTERS"))));
        manager.follow();
        manager.follow();

        assertThat(signInAgain(client.account()).html().selectFirst("#notes").wholeText())
                .isEmpty();
    }

    @Test
    @Covers({"WEB-13"})
    void anExpiredSessionSendsTheWholePageOfHtmxToTheSignInPage() {
        endSessionsOf(client.account());
        manager.with("HX-Request", "true");

        Page answer = manager.get("/remplacements");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).hasValue("/connexion");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @Covers({"WEB-07", "WEB-13"})
    void aFormSentByHtmxIsKeptToo() {
        String path = "/remplacements/" + world.request(client).id() + "/horaire";
        Page shown = manager.get(path);
        endSessionsOf(client.account());
        Visitor htmx = manager.with("HX-Request", "true").with("Sec-Fetch-Mode", "cors");

        htmx.press(shown, "Aperçu", Map.of("startDate", "2030-06-03", "endDate", "2030-06-"));

        assertThat(htmx.page().status()).isEqualTo(401);
        assertThat(htmx.page().body()).isEmpty();
        String next = htmx.page().header("HX-Redirect").orElseThrow();
        manager.without("HX-Request").with("Sec-Fetch-Mode", "navigate");
        assertThat(manager.get(next).location()).hasValue("/connexion");
        manager.follow();
        signInAgain(client.account());
        Page again = manager.follow();
        assertThat(again.html().selectFirst("#startDate").val()).isEqualTo("2030-06-03");
        assertThat(again.html().selectFirst("#endDate").val()).isEqualTo("2030-06-");
    }

    private Visitor browserOf(Account account) {
        Visitor visitor = world.signedIn(account);
        assertThat(visitor.get("/remplacements").status()).isEqualTo(200);
        return fromOurPages(visitor);
    }

    /** Adds the headers that a browser sends with a form of the same site. */
    private static Visitor fromOurPages(Visitor visitor) {
        return visitor.with("Sec-Fetch-Site", "same-origin").with("Sec-Fetch-Mode", "navigate");
    }

    private Page signInAgain(Account account) {
        manager.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));
        return manager.follow();
    }

    private void endSessionsOf(Account account) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(account.id().toString())
                .update();
    }

    private int sessionsThatHold(String secret) {
        return jdbc.sql("""
                        select count(*) from spring_session_attributes
                         where position(convert_to(:secret, 'UTF8') in attribute_bytes) > 0
                        """).param("secret", secret).query(Integer.class).single();
    }

    private int requestsOf(SomeClient client) {
        return jdbc.sql("select count(*) from replacement_request where client_id = ?")
                .param(client.client().id())
                .query(Integer.class)
                .single();
    }
}
