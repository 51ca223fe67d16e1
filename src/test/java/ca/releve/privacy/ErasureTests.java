package ca.releve.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.Covers;
import ca.releve.testing.Leaks;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecretScanner;
import ca.releve.testing.Tables;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An erased person is « Personne 4711 » everywhere, and hours and history can still be read (PRIV-05, PRIV-10). */
@PortalTest
@Covers({"PRIV-05", "PRIV-10"})
class ErasureTests {

    private static final Actor LOUISE = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Louise Gendron");

    @Autowired
    World world;

    @Autowired
    TimeEntries entries;

    @Autowired
    Erasure erasure;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private SomeClient client;

    @BeforeEach
    void aClient() {
        client = world.client();
    }

    @Test
    void nothingOfASubstituteIsLeftAndTheHoursAddUp() throws SQLException, IOException {
        Substitute substitute = world.save(
                new Substitute("Quirinella", "Vraincourt", "quirinella.vraincourt@example.test", "418 555-7391", true));
        ReplacementRequest coming = world.confirmed(client, substitute, world.shift(Duration.ofDays(2), 8));
        Worked worked = entries.worked(client, client.facility(), substitute, TimeEntries.day(TimeEntries.MONDAY));
        entries.submitLonger(worked.id(0), 15, "Quirinella Vraincourt est restée");
        entries.change(
                worked.id(0),
                entry -> entry.adjust(-15, null, "Vu avec Quirinella Vraincourt", LOUISE, Clock.systemUTC()));
        entries.approve(worked.id(0), world.actor(client.account()));
        jdbc.sql(
                        "update replacement_request set notes = 'Demander Quirinella Vraincourt', preferred_id = ?, preferred_name = ? where id = ?")
                .params(substitute.id(), substitute.name(), worked.request().id())
                .update();
        Visitor staff = world.signedIn(world.dispatcher());
        staff.get("/admin/remplacantes/" + substitute.id() + "/modification");
        staff.press("Enregistrer", Map.of("lastName", "Vraincourt-Dubé", "phone", "418 555-7392"));
        staff.get("/admin/remplacantes/" + substitute.id() + "/desactivation");
        staff.press("Désactiver", Map.of("choix", coming.shifts().get(0).id() + ":retirer"));
        assertThat(new Tables().holding("Vraincourt")).contains("history_entry", "replacement_request");
        int minutes = minutesOf(substitute.id());

        String name = erase(PersonKind.SUBSTITUTE, substitute.id());

        assertThat(name).matches("Personne \\d{4,}");
        assertThat(found("Quirinella", "quirinella", "Vraincourt", "vraincourt", "418 555-739"))
                .isEmpty();
        assertThat(minutesOf(substitute.id())).isEqualTo(minutes).isPositive();
        Visitor manager = world.signedIn(client.account());
        assertThat(manager.get("/remplacements/" + worked.request().id()).text())
                .contains(name);
        assertThat(manager.get("/remplacements?texte=" + name.replace(" ", "+")).text())
                .contains(worked.request().code());
        String history = world.signedIn(world.administrator())
                .get("/admin/remplacantes/" + substitute.id())
                .text();
        assertThat(history)
                .contains(name, "Les renseignements personnels sont effacés", "Louise Gendron", "Elle l’a demandé");
    }

    @Test
    void nothingOfAManagerIsLeftAndTheDecisionsCanBeRead() throws SQLException, IOException {
        jdbc.sql(
                        "update client_manager set first_name = 'Philiberte', last_name = 'Ouimetrat', email = ?, email_canonical = ? where id = ?")
                .params(
                        "philiberte.ouimetrat@example.test",
                        "philiberte.ouimetrat@example.test",
                        client.manager().id())
                .update();
        jdbc.sql(
                        "update account set first_name = 'Philiberte', last_name = 'Ouimetrat', email = ?, email_canonical = ? where id = ?")
                .params(
                        "philiberte.ouimetrat@example.test",
                        "philiberte.ouimetrat@example.test",
                        client.account().id())
                .update();
        Account account = accounts.findById(client.account().id()).orElseThrow();
        SomeClient hers = new SomeClient(client.client(), client.facility(), client.manager(), account);
        Worked worked = entries.submitted(hers, 1);
        entries.approve(worked.id(0), world.actor(account));
        ReplacementRequest sent = world.sentRequest(hers, world.shift(Duration.ofDays(3), 8));
        Visitor manager = world.signedIn(account);
        manager.get("/remplacements/" + sent.id() + "/annulation");
        manager.press("Annuler la demande", Map.of("reason", "Merci. Philiberte Ouimetrat"));
        Visitor administrator = world.signedIn(world.administrator());
        administrator.get("/admin/clients/" + client.client().id() + "/gestionnaires/"
                + client.manager().id() + "/desactivation");
        administrator.press("Désactiver", Map.of());
        assertThat(new Tables().holding("Ouimetrat")).contains("history_entry", "time_entry", "outgoing_mail");

        String name = erase(PersonKind.MANAGER, client.manager().id());

        assertThat(found("Philiberte", "philiberte", "Ouimetrat", "ouimetrat")).isEmpty();
        assertThat(administrator.get("/admin/demandes/" + sent.id()).text()).contains(name);
        assertThat(administrator.get("/admin/comptes/" + account.id()).text()).contains(name);
        assertThat(world.stranger().get("/connexion").status()).isEqualTo(200);
        assertThat(manager.get("/remplacements").location()).contains("/connexion");
    }

    @Test
    void nothingOfAMemberOfTheStaffIsLeft() throws SQLException, IOException {
        Account account = world.dispatcher();
        UUID member = account.staffMemberId();
        jdbc.sql("update staff_member set first_name = 'Hildeburge', last_name = 'Tancrelois' where id = ?")
                .param(member)
                .update();
        jdbc.sql("update account set first_name = 'Hildeburge', last_name = 'Tancrelois' where id = ?")
                .param(account.id())
                .update();
        ReplacementRequest sent = world.sentRequest(client, world.shift(Duration.ofDays(3), 8));
        Visitor staff = world.signedIn(account);
        staff.get("/admin/demandes/" + sent.id() + "/refus");
        staff.press("Refuser la demande", Map.of("reason", "Hildeburge Tancrelois n’a trouvé personne"));
        Visitor administrator = world.signedIn(world.administrator());
        administrator.get("/admin/personnel/" + member + "/desactivation");
        administrator.press("Désactiver", Map.of());
        assertThat(new Tables().holding("Tancrelois")).contains("history_entry", "replacement_request");

        String name = erase(PersonKind.STAFF, member);

        assertThat(found("Hildeburge", "hildeburge", "Tancrelois", "tancrelois"))
                .isEmpty();
        assertThat(world.signedIn(client.account())
                        .get("/remplacements/" + sent.id())
                        .text())
                .contains("refusée");
        assertThat(administrator.get("/admin/personnel/" + member).text()).contains(name);
    }

    /** « Nathalie Roy (4455) » is not « Nathalie Roy (9911) ». */
    @Test
    void aPersonOfTheSameNameKeepsHers() {
        Substitute one =
                world.save(new Substitute("Ermeline", "Sauvagnac", "ermeline.1@example.test", "418 555-4455", true));
        Substitute other =
                world.save(new Substitute("Ermeline", "Sauvagnac", "ermeline.2@example.test", "418 555-9911", true));
        jdbc.sql("update substitute set active = false where id = ?")
                .param(one.id())
                .update();
        ReplacementRequest both = world.request(client);
        jdbc.sql("update replacement_request set preferred_id = ?, preferred_name = 'x', notes = ? where id = ?")
                .params(
                        one.id(),
                        "Ermeline Sauvagnac (9911) connaît le groupe, Ermeline Sauvagnac (4455) non",
                        both.id())
                .update();

        String name = erase(PersonKind.SUBSTITUTE, one.id());

        assertThat(jdbc.sql("select notes from replacement_request where id = ?")
                        .param(both.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Ermeline Sauvagnac (9911) connaît le groupe, " + name + " non");
        assertThat(jdbc.sql("select full_name from substitute where id = ?")
                        .param(other.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Ermeline Sauvagnac");
    }

    @Test
    void aPersonAtWorkIsNotErasedNorOneWhoseHoursWaitNorOneTwice() {
        Substitute active = world.substitute();
        Worked waiting = entries.submitted(client, 1);
        UUID coming = world.confirmed(client, active, world.shift(Duration.ofDays(2), 8))
                .id();
        assertThat(coming).isNotNull();
        Substitute gone = world.substitute();
        for (UUID id : List.of(waiting.substitute().id(), gone.id())) {
            jdbc.sql("update substitute set active = false where id = ?")
                    .param(id)
                    .update();
        }
        erase(PersonKind.SUBSTITUTE, gone.id());

        for (UUID id : List.of(active.id(), waiting.substitute().id(), gone.id(), UUID.randomUUID())) {
            assertThatThrownBy(() -> erase(PersonKind.SUBSTITUTE, id))
                    .hasMessageContaining("is at work, erased or unknown");
        }
        jdbc.sql("update substitute set active = false where id = ?")
                .param(active.id())
                .update();
        assertThatThrownBy(() -> erase(PersonKind.SUBSTITUTE, active.id()))
                .as("a shift is coming")
                .hasMessageContaining("is at work, erased or unknown");
    }

    @Test
    void aPersonWhomALeavingMailNamesIsErasedAMomentLater() {
        Substitute gone = world.save(
                new Substitute("Theudelinde", "Ouvrebaste", "theudelinde@example.test", "418 555-6612", true));
        jdbc.sql("update substitute set active = false where id = ?")
                .param(gone.id())
                .update();
        UUID mail = UUID.randomUUID();
        jdbc.sql("""
                        insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body, status, queued_at,
                                                   expires_at)
                        values (?, 0, 'password-changed', 'nadia@example.test', 'Nadia Benali', 'fr', 'Objet',
                                'Theudelinde Ouvrebaste vient', 'SENT', now(), null)
                        """).param(mail).update();
        jdbc.sql("""
                        insert into scheduled_mail (task_name, task_instance, execution_time, picked, last_heartbeat, version)
                        values ('mail-delivery', ?, now() + interval '1 hour', true, now(), 1)
                        """).param(mail.toString()).update();
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            status -> erasure.erase(PersonKind.SUBSTITUTE, gone.id(), LOUISE, "Demandé")))
                    .hasMessageContaining("person_mail_leaving");
        } finally {
            jdbc.sql("delete from scheduled_mail where task_instance = ?")
                    .param(mail.toString())
                    .update();
        }

        String name = erase(PersonKind.SUBSTITUTE, gone.id());
        assertThat(jdbc.sql("select body from outgoing_mail where id = ?")
                        .param(mail)
                        .query(String.class)
                        .single())
                .isEqualTo(name + " vient");
    }

    /** The functions are the only way of the portal's login, and their period is not its choice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from history_entry",
                "update history_entry set actor_name = 'Personne'",
                "delete from adjustment",
                "delete from time_entry where status = 'APPROVED'",
                "update time_entry set declared_minutes = 1 where status = 'APPROVED'"
            })
    void theParameterOfTheFunctionsOpensNothingToThePortal(String statement) {
        Worked worked = entries.submitted(client, 1);
        entries.approve(worked.id(0), world.actor(client.account()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("set local releve.erasing = 'on'").update();
                    jdbc.sql(statement).update();
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void youngerHoursStayWhateverThePortalAsksFor() {
        Worked worked = entries.submitted(client, 1);
        entries.approve(worked.id(0), world.actor(client.account()));

        jdbc.sql("select remove_expired(1000000)").query(Integer.class).single();

        assertThat(entries.get(worked.id(0))).isNotNull();
    }

    private String erase(PersonKind kind, UUID id) {
        Awaitility.await("no mail is just leaving")
                .until(() -> jdbc.sql("""
                        select not exists (select 1 from outgoing_mail where status = 'QUEUED' and held_for is null and attempts = 0)
                           and not exists (select 1 from scheduled_mail where picked)
                        """).query(Boolean.class).single());
        return transaction.execute(status -> erasure.erase(kind, id, LOUISE, "Elle l’a demandé"));
    }

    private int minutesOf(UUID substituteId) {
        return jdbc.sql("select sum(final_minutes) from time_entry where substitute_id = ?")
                .param(substituteId)
                .query(Integer.class)
                .single();
    }

    private static List<String> found(String... words) throws SQLException, IOException {
        SecretScanner scanner = new SecretScanner(Map.of("WORD", Set.of(words)));
        Leaks.dumpInto(scanner);
        return scanner.found();
    }
}
