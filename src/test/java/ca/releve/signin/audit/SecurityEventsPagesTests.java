package ca.releve.signin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.signin.Doors;
import ca.releve.signin.throttle.Limit;
import ca.releve.signin.throttle.Limits;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SoftKey;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each attempt is recorded as one event with the account, the client and the request, and without a secret. */
@PortalTest
@Covers("ABU-08")
class SecurityEventsPagesTests {

    private static final String SIGN_IN = "Se connecter avec une clé d’accès";
    private static final String SECRET = "un secret qui ne doit pas fuir";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Limits limits;

    @Autowired
    TestClock clock;

    private SomeClient client;
    private Account account;

    @BeforeEach
    void createAClient() {
        client = world.client();
        account = client.account();
    }

    @Test
    void aWrongPassword() {
        Visitor visitor = world.stranger();
        Doors.signIn(visitor, account.email(), SECRET);

        isTheOnly(eventsOf("authn_login_fail"), visitor.address());
    }

    @Test
    void aPasskeyThatIsRefused() {
        String hers = "Utiliser ma clé d’accès";
        world.givePasskey(account, "Téléphone");
        Visitor manager = world.signedIn(account);
        manager.get("/connexion/confirmation");
        world.show(manager, hers, SoftKey.of(account.id()));

        assertThat(isTheOnly(eventsOf("authn_login_fail"), manager.address()).get("facts"))
                .isEqualTo("reason=PASSKEY");

        manager.get("/connexion/confirmation");
        world.show(manager, hers, world.givePasskey(world.client().account(), "Téléphone"));
        assertThat(eventsOf("authn_login_fail")).as("somebody else's").hasSize(2);
    }

    @Test
    void repeatedlyRefusedPasskeysAreLimited() {
        SoftKey right = world.givePasskey(account, "Téléphone");
        Visitor visitor = world.stranger();
        Visitor.Page shown = visitor.get("/connexion");
        int most = SecurityDoc.number("SIGN_IN_FAILURES_PER_ADDRESS");
        // The bucket is refilled with time, of which a slow machine takes much.
        clock.stop();
        for (int i = 0; i < most + 10; i++) {
            visitor.press(shown, SIGN_IN, Map.of("credential", "{}"));
        }
        limits.take(Limit.SIGN_IN_FROM_ADDRESS, visitor.address());

        visitor.get("/connexion");
        Visitor.Page refused = world.show(visitor, SIGN_IN, right);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(jdbc.sql("select count(*) from security_event where event = 'authn_login_fail' and address = ?")
                        .param(visitor.address())
                        .query(Integer.class)
                        .single())
                .isEqualTo(most);
        Visitor elsewhere = world.stranger();
        elsewhere.get("/connexion");
        assertThat(world.show(elsewhere, SIGN_IN, right).location()).hasValue("/");
    }

    @Test
    void requestsWithoutAFollowedLinkAreRecordedUpToALimit() {
        Visitor manager = world.signedIn(account);
        int most = SecurityDoc.number("EVENTS_PER_ACCOUNT");
        for (int i = 0; i < most + 10; i++) {
            assertThat(manager.get("/compte/cle").status()).isEqualTo(410);
        }

        assertThat(eventsOf("authn_token_reuse")).hasSizeBetween(most, most + 2);
    }

    @Test
    void theStartOfADelay() {
        for (int i = 0; i < SecurityDoc.number("SIGN_IN_FREE_FAILURES") + 1; i++) {
            Doors.signIn(world.stranger().from("192.0.2.40"), account.email(), SECRET);
        }

        isTheOnly(eventsOf("authn_login_lock"), "192.0.2.40");
    }

    @Test
    void aRefusedPage() {
        Visitor manager = world.signedIn(account);
        manager.get("/admin/demandes");

        Map<String, Object> event = isTheOnly(eventsOf("authz_fail"), manager.address());
        assertThat(event.get("facts")).isEqualTo("path=/admin/demandes");
    }

    @Test
    void aMistypedLinkIsRecordedWithoutItsToken() {
        Visitor manager = world.signedIn(account);
        Doors.forgotten(world.stranger(), account.email());
        SomeMail mail = world.mailTo(account.email());

        assertThat(manager.get(mail.path() + "/").status()).isEqualTo(403);

        Map<String, Object> event = isTheOnly(eventsOf("authz_fail"), manager.address());
        assertThat((String) event.get("facts"))
                .startsWith("path=/compte/nouveau-mot-de-passe/")
                .doesNotContain(mail.token());
    }

    @Test
    void anIdOutOfScopeOrUnknown() {
        String hers = "/remplacements/" + world.request(client).id();
        String notHers = "/remplacements/" + world.request(world.client()).id();
        Visitor manager = world.signedIn(account);
        manager.get(hers);
        manager.get("/remplacements/n-importe-quoi");
        manager.get("/remplacement");
        assertThat(manager.get(notHers).status()).isEqualTo(404);

        Map<String, Object> event = isTheOnly(eventsOf("malicious_direct_reference"), manager.address());
        assertThat(event.get("facts")).isEqualTo("path=" + notHers);
        manager.get("/remplacements/" + UUID.randomUUID());
        assertThat(eventsOf("malicious_direct_reference")).hasSize(2);
    }

    @Test
    void aStaffMemberFollowsOldLinks() {
        Account dispatcher = world.dispatcher();
        world.signedIn(dispatcher).get("/admin/demandes/" + UUID.randomUUID());

        assertThat(eventsOf("malicious_direct_reference", dispatcher.id())).isEmpty();
    }

    @Test
    void unknownIdsAreRecordedUpToALimit() {
        Visitor manager = world.signedIn(account);
        int most = SecurityDoc.number("EVENTS_PER_ACCOUNT");
        for (int i = 0; i < most + 10; i++) {
            manager.get("/remplacements/" + UUID.randomUUID());
        }

        // The bucket may have been refilled by one meanwhile.
        assertThat(eventsOf("malicious_direct_reference")).hasSizeBetween(most, most + 2);
        isTheOnly(eventsOf("excess_rate_limit_exceeded"), manager.address());
    }

    @Test
    void aUsedLink() {
        Doors.forgotten(world.stranger(), account.email());
        String path = world.mailTo(account.email()).path();
        Doors.reset(world.stranger(), path, SECRET);
        Visitor visitor = world.stranger();
        visitor.get(path);

        List<Map<String, Object>> events = jdbc.sql(
                        "select * from security_event where event = 'authn_token_reuse' and address = ?")
                .param(visitor.address())
                .query()
                .listOfRows();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.get("facts")).isEqualTo("purpose=PASSWORD_RESET");
            assertThat(event.get("request_id")).isNotNull();
        });
    }

    @Test
    void tooManyMails() {
        for (int i = 0; i < SecurityDoc.number("MAILS_PER_ACCOUNT") + 2; i++) {
            Doors.forgotten(world.stranger().from("192.0.2.41"), account.email());
        }

        isTheOnly(eventsOf("excess_rate_limit_exceeded"), "192.0.2.41");
    }

    private List<Map<String, Object>> eventsOf(String event) {
        return eventsOf(event, account.id());
    }

    private List<Map<String, Object>> eventsOf(String event, UUID accountId) {
        return jdbc.sql("select * from security_event where event = ? and account_id = ?")
                .params(event, accountId)
                .query()
                .listOfRows();
    }

    private Map<String, Object> isTheOnly(List<Map<String, Object>> events, String address) {
        assertThat(events).hasSize(1);
        Map<String, Object> event = events.get(0);
        assertThat(event.get("client_id")).isEqualTo(client.client().id());
        assertThat(event.get("address")).isEqualTo(address);
        assertThat((String) event.get("request_id")).hasSize(12);
        assertThat(event.toString()).doesNotContain(SECRET, SECRET.replace(' ', '_'), account.email(), World.PASSWORD);
        return event;
    }
}
