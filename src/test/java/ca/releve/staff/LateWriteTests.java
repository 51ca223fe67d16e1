package ca.releve.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Unfinished;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After an administrator has seen the confirmation that rights are revoked, no change of that user is written, including changes
 * that were pending at the time.
 */
@PortalTest
@Covers("ACC-10")
class LateWriteTests {

    private static final String MY_SESSIONS = "/mon-compte/sessions";
    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Unfinished unfinished;

    private SomeClient client;
    private Facility elsewhere;
    private Visitor administrator;

    @BeforeEach
    void createAnAdministrator() {
        client = world.client();
        elsewhere = world.facility(client.client(), "Installation Nord");
        administrator = world.signedIn(world.administrator());
    }

    /** Each way in which a user or one of their sessions loses rights. */
    enum Removal {
        MANAGERS_ACCOUNT_DISABLED(false, "/admin/comptes/{account}/desactivation", "Désactiver", "reason=Vol"),
        MANAGERS_SESSIONS_ENDED(false, "/admin/comptes/{account}", "Mettre fin à ses sessions", ""),
        MANAGER_DEACTIVATED(
                false, "/admin/clients/{client}/gestionnaires/{person}/desactivation", "Désactiver", "reason=Départ"),
        MANAGER_LIMITED_TO_ANOTHER_INSTALLATION(
                false,
                "/admin/clients/{client}/gestionnaires/{person}",
                "Enregistrer",
                "allFacilities=false&facilityIds={elsewhere}"),
        MANAGERS_ADDRESS_REWRITTEN(
                false, "/admin/clients/{client}/gestionnaires/{person}", "Enregistrer", "email={address}"),
        CLIENT_DEACTIVATED(false, "/admin/clients/{client}/desactivation", "Désactiver", "reason=Fin"),
        STAFF_ACCOUNT_DISABLED(true, "/admin/comptes/{account}/desactivation", "Désactiver", "reason=Vol"),
        STAFF_DEACTIVATED(true, "/admin/personnel/{person}/desactivation", "Désactiver", "reason=Départ"),
        STAFF_OF_ANOTHER_ROLE(true, "/admin/personnel/{person}", "Enregistrer", "role=DISPATCHER"),
        ONE_OF_HER_OWN_SESSIONS_ENDED(false, MY_SESSIONS, "Mettre fin à la session", ""),
        HER_OTHER_SESSIONS_ENDED(true, MY_SESSIONS, "Mettre fin aux autres sessions", "");

        private final boolean staff;
        private final String page;
        private final String button;
        private final String typed;

        Removal(boolean staff, String page, String button, String typed) {
            this.staff = staff;
            this.page = page;
            this.button = button;
            this.typed = typed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatArrivedBeforeTheRightsWereRevokedIsNotAppliedAfterwards(Removal removal) throws Exception {
        Change change = removal.staff ? staffChange() : managersChange();
        Taking taking = taking(removal, change.who());

        CompletableFuture<Page> late;
        // The form is authorised, and waits for another one with the same submission id.
        try (Unfinished.Change another =
                unfinished.begin("insert into submission (id, at) values (?, now())", change.submissionId())) {
            late = CompletableFuture.supplyAsync(change::press);
            another.untilTheyWait(late);
            assertThat(taking.press().status()).isEqualTo(303);
        }

        Page refused = late.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("Vos droits ont changé pendant l’envoi. Rien n’a été enregistré.", "Sur le tard");
        assertThat(change.isWritten()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRevocationIsConfirmedOnlyAfterPendingChangesAreCommitted(Removal removal) throws Exception {
        Change change = removal.staff ? staffChange() : managersChange();
        Taking taking = taking(removal, change.who());

        CompletableFuture<Page> first;
        CompletableFuture<Page> gone;
        // The change has begun, and waits for the lock of its row.
        try (Unfinished.Change another = unfinished.begin(change.lock(), change.of())) {
            first = CompletableFuture.supplyAsync(change::press);
            another.untilTheyWait(first);
            gone = CompletableFuture.supplyAsync(taking::press);
            another.untilItWaitsBehind(gone);
            assertThat(gone).isNotDone();
        }

        assertThat(first.get(LONG.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(303);
        assertThat(change.isWritten()).isTrue();
        assertThat(gone.get(LONG.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(303);
    }

    /** A change that a user is about to submit on an open page. */
    private record Change(
            Account who,
            Visitor visitor,
            Page page,
            String field,
            String lock,
            String written,
            UUID of,
            JdbcClient jdbc) {

        UUID submissionId() {
            return UUID.fromString(
                    page.html().select("main [name=submissionId]").first().val());
        }

        Page press() {
            return visitor.press(page, "Enregistrer", Map.of(field, "Sur le tard"));
        }

        boolean isWritten() {
            return jdbc.sql(written).param(of).query(String.class).single().equals("Sur le tard");
        }
    }

    private Change managersChange() {
        ReplacementRequest request = world.request(client);
        Visitor manager = world.signedIn(client.account());
        return new Change(
                client.account(),
                manager,
                manager.get("/remplacements/" + request.id() + "/modification"),
                "notes",
                "select 1 from replacement_request where id = ? for update",
                "select notes from replacement_request where id = ?",
                request.id(),
                jdbc);
    }

    private Change staffChange() {
        Substitute amelie = world.substitute();
        Account account = world.administrator();
        Visitor member = world.signedIn(account);
        return new Change(
                account,
                member,
                member.get("/admin/remplacantes/" + amelie.id() + "/modification"),
                "lastName",
                "select 1 from substitute where id = ? for update",
                "select last_name from substitute where id = ?",
                amelie.id(),
                jdbc);
    }

    /** The form of a user who is about to revoke rights. */
    private record Taking(Visitor visitor, Page page, String button, Map<String, String> typed) {

        Page press() {
            return visitor.press(page, button, typed);
        }
    }

    private Taking taking(Removal removal, Account who) {
        Visitor visitor = removal.page.equals(MY_SESSIONS) ? world.signedIn(who) : administrator;
        Page page = visitor.get(filled(removal.page, who));
        String button = page.html().select("main form button").eachText().stream()
                .filter(it -> it.startsWith(removal.button))
                .findFirst()
                .orElseThrow();
        Map<String, String> typed = new HashMap<>();
        for (String field : removal.typed.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                typed.put(field.substring(0, equals), filled(field.substring(equals + 1), who));
            }
        }
        return new Taking(visitor, page, button, typed);
    }

    private String filled(String text, Account who) {
        UUID person = who.staffMemberId() == null ? who.clientManagerId() : who.staffMemberId();
        return text.replace("{account}", who.id().toString())
                .replace("{person}", person.toString())
                .replace("{client}", client.client().id().toString())
                .replace("{elsewhere}", elsewhere.id().toString())
                .replace("{address}", "nouvelle." + client.manager().email());
    }
}
