package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is mailed about hours, and that the page which changes them says so. */
@PortalTest
class HoursMailTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Visitor dispatcher;

    @BeforeEach
    void signIn() {
        client = world.client();
        dispatcher = world.signedIn(world.dispatcher());
    }

    @Test
    void hoursDeclaredOneLineAfterTheOtherAreOneMailToTheManager() {
        Worked worked = hours.worked(client, 2);

        String page = declare(worked.id(0));
        declare(worked.id(1));
        clock.advance(Duration.ofMinutes(6));

        assertThat(page)
                .contains("Seront avertis par courriel : " + client.account().name() + ".");
        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .isEqualTo("Heures à approuver : du lundi 2 mars 2026 au mardi 3 mars 2026, "
                        + client.facility().name());
        assertThat(words(mail.text()))
                .contains(
                        "lundi 2 mars 2026 : " + worked.substitute().name() + ", 7,50 h",
                        "mardi 3 mars 2026 : " + worked.substitute().name() + ", 7,50 h");
        assertThat(mail.path()).isEqualTo("/approbation");
        assertThat(world.mailsTo(client.account().email())).hasSize(1);
    }

    @Test
    void linesThatAreHandedInTogetherAreOneMailARequest() {
        Worked worked = hours.worked(client, 3);
        String list =
                dispatcher.get("/admin/heures?client=" + client.client().id()).text();
        List<String> lines = worked.ids().stream()
                .map(it -> it + ":" + hours.get(it).version())
                .toList();

        dispatcher.post("/admin/heures/remise", Map.of("submissionId", UUID.randomUUID(), "line", lines));

        assertThat(list).contains("Un courriel par demande dit à ses gestionnaires");
        assertThat(dispatcher.page().status()).isEqualTo(303);
        clock.advance(Duration.ofMinutes(6));
        assertThat(words(world.mailTo(client.account().email()).text()))
                .contains("lundi 2 mars 2026", "mercredi 4 mars 2026");
        assertThat(world.mailsTo(client.account().email())).hasSize(1);
    }

    @Test
    void aManagerWhoReturnsHoursTellsTheServiceAndNotHerself() {
        Worked worked = hours.submitted(client, 1);

        String page = giveBack(worked, client.account());

        assertThat(page).contains("Seront avertis par courriel : Service de remplacement Les Relayeuses.");
        SomeMail mail = toService();
        assertThat(words(mail.subject()))
                .isEqualTo("Heures retournées : lundi 2 mars 2026, "
                        + client.facility().name() + ", " + client.client().name());
        assertThat(words(mail.text()))
                .contains(
                        client.account().name() + " retourne",
                        worked.substitute().name() + ", 7,50 h",
                        "À corriger : Elle est partie à 15 h.");
        assertThat(mail.path()).isEqualTo("/admin/heures/" + worked.id(0) + "/saisie");
        assertThat(world.mailsTo(client.account().email())).isEmpty();
    }

    @Test
    void hoursThatAColleagueReturnsAreToldToTheManagerOfTheRequestToo() {
        Worked worked = hours.submitted(client, 1);
        Account colleague = world.limitedManager(client);

        String page = giveBack(worked, colleague);

        assertThat(page)
                .contains("Seront avertis par courriel : Service de remplacement Les Relayeuses, "
                        + client.account().name() + ".");
        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.text()))
                .contains(colleague.name() + " a retourné", "À corriger : Elle est partie à 15 h.");
        assertThat(mail.path()).isEqualTo("/approbation/" + worked.id(0));
        assertThat(world.mailsTo(colleague.email())).isEmpty();
    }

    @Test
    void anApprovalThatIsTakenBackIsToldToTheManagerWithTheReason() {
        Worked worked = hours.submitted(client, 1);
        hours.approve(worked.id(0), world.actor(client.account()));

        String page = reopen(worked);

        assertThat(page)
                .contains("Seront avertis par courriel : " + client.account().name() + ".");
        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .isEqualTo("Approbation retirée : lundi 2 mars 2026, "
                        + client.facility().name());
        assertThat(words(mail.text())).contains("7,50 h", "La raison : Le repas n’est pas le bon.");
    }

    @Test
    void onlyTheManagersOfTheInstallationAreToldWhenTheAuthorHasNoAccountAnyMore() {
        Worked worked = hours.submitted(client, 1);
        hours.approve(worked.id(0), world.actor(client.account()));
        Account here = world.limitedManager(client);
        Account elsewhere = world.limitedManager(client);
        Facility north = world.facility(client.client(), "Installation du Nord");
        jdbc.sql("""
                        update client_manager_facility set facility_id = ?
                         where client_manager_id = (select client_manager_id from account where id = ?)
                        """).params(north.id(), elsewhere.id()).update();
        jdbc.sql("update client_manager set active = false where id = ?")
                .param(client.manager().id())
                .update();

        String page = reopen(worked);

        assertThat(page).contains("Seront avertis par courriel : " + here.name() + ".");
        assertThat(words(world.mailTo(here.email()).subject())).startsWith("Approbation retirée");
        assertThat(world.mailsTo(elsewhere.email())).isEmpty();
        assertThat(world.mailsTo(client.account().email())).isEmpty();
    }

    @Test
    void aPageSaysThatNobodyWillBeTold() {
        Worked worked = hours.worked(client, 1);
        jdbc.sql("update client_manager set active = false where id = ?")
                .param(client.manager().id())
                .update();

        assertThat(declare(worked.id(0))).contains("Personne ne recevra de courriel.");

        assertThat(jdbc.sql("select count(*) from outgoing_mail where held_for = ?")
                        .param(worked.request().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** @return the text of the page before the button */
    private String declare(UUID entryId) {
        String page = dispatcher.get("/admin/heures/" + entryId + "/saisie").text();
        dispatcher.press("Remettre", Map.of("meal", "false"));
        assertThat(dispatcher.page().status()).isEqualTo(303);
        return page;
    }

    private String giveBack(Worked worked, Account by) {
        Visitor manager = world.signedIn(by);
        String page = manager.get("/approbation/" + worked.id(0) + "/retour").text();
        manager.press("Retourner", Map.of("reason", "Elle est partie à 15 h."));
        assertThat(manager.page().status()).isEqualTo(303);
        return page;
    }

    private String reopen(Worked worked) {
        String page =
                dispatcher.get("/admin/heures/" + worked.id(0) + "/reouverture").text();
        dispatcher.press("Rouvrir", Map.of("reason", "Le repas n’est pas le bon."));
        assertThat(dispatcher.page().status()).isEqualTo(303);
        return page;
    }

    private SomeMail toService() {
        return Awaitility.await()
                .until(
                        () -> world.mailsTo("service@example.test").stream()
                                .filter(it ->
                                        it.subject().endsWith(client.client().name()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String words(String text) {
        return text.replace('\u00a0', ' ');
    }
}
