package ca.releve.signup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way to sign in or to regain access, followed by a sign-in, for accounts in every state. */
@PortalTest
@Covers({"AUTH-20", "ABU-02"})
class WaysInTests {

    private static final String NEW = "une tout autre phrase, assez longue";

    enum Way {
        PASSWORD,
        PASSKEY,
        RESET_LINK,
        ACTIVATION_LINK,
        RESET_LINK_FROM_THE_STAFF,
        EMAIL_CHANGE_LINK
    }

    enum State {
        OPEN(""),
        LOCKED(""),
        DISABLED("update account set state = 'DISABLED' where id = :account"),
        UNCONFIRMED("update account set state = 'UNCONFIRMED' where id = :account"),
        CLIENT_SUSPENDED("update client set active = false where id = (select m.client_id from client_manager m"
                + " join account a on a.client_manager_id = m.id where a.id = :account)"),
        MANAGER_DEACTIVATED("update client_manager set active = false"
                + " where id = (select client_manager_id from account where id = :account)"),
        STAFF_DEACTIVATED("update staff_member set active = false"
                + " where id = (select staff_member_id from account where id = :account)");

        private final String closing;

        State(String closing) {
            this.closing = closing;
        }
    }

    /** The ways that unlock an account after wrong passwords; a change of address does not. */
    private static final Set<Way> OUT_OF_A_LOCK = Set.of(Way.PASSKEY, Way.RESET_LINK, Way.RESET_LINK_FROM_THE_STAFF);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> waysAndStates() {
        return Arrays.stream(Way.values())
                .flatMap(way -> Arrays.stream(State.values()).map(state -> Arguments.of(way, state)));
    }

    @ParameterizedTest
    @MethodSource("waysAndStates")
    void everyWayInChecksTheStateOfTheAccount(Way way, State state) {
        Somebody she = prepare(way, state == State.STAFF_DEACTIVATED);
        close(she, state);
        Visitor visitor = world.stranger();

        go(visitor, way, she);

        boolean opens = state == State.OPEN
                || state == State.LOCKED && OUT_OF_A_LOCK.contains(way)
                || state == State.UNCONFIRMED && way == Way.ACTIVATION_LINK;
        assertThat(isIn(visitor)).as("in by %s while %s", way, state).isEqualTo(opens);
        String password = way == Way.RESET_LINK || way == Way.RESET_LINK_FROM_THE_STAFF ? NEW : World.PASSWORD;
        for (String any : Set.copyOf(List.of(World.PASSWORD, password))) {
            Visitor another = world.stranger();
            signIn(another, she.email(), any);
            assertThat(isIn(another))
                    .as("in with a password after %s while %s", way, state)
                    .isEqualTo(opens && any.equals(password));
        }
    }

    private Somebody prepare(Way way, boolean staff) {
        if (way == Way.ACTIVATION_LINK) {
            return signedUp(staff);
        }
        Account account = staff ? world.dispatcher() : world.client().account();
        return new Somebody(
                account,
                account.id(),
                account.email(),
                switch (way) {
                    case RESET_LINK -> forgotten(account);
                    case RESET_LINK_FROM_THE_STAFF -> helped(account);
                    case EMAIL_CHANGE_LINK -> moving(account);
                    case PASSKEY -> {
                        if (!staff) {
                            world.givePasskey(account, "Téléphone");
                        }
                        yield null;
                    }
                    default -> null;
                });
    }

    private Somebody signedUp(boolean staff) {
        String email;
        if (staff) {
            email = world.save(new StaffMember("Josée", "Roy", world.email("josee"), Role.DISPATCHER))
                    .email();
        } else {
            ClientManager manager = world.knownManager();
            email = manager.email();
        }
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", email, "password", World.PASSWORD));
        UUID id = jdbc.sql("select id from account where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
        return new Somebody(null, id, email, world.mailTo(email).path());
    }

    private String forgotten(Account account) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", account.email()));
        return world.mailTo(account.email()).path();
    }

    private String helped(Account account) {
        Visitor administrator = world.signedIn(world.administrator());
        administrator.get("/admin/comptes/" + account.id());
        administrator.press("Envoyer un lien de mot de passe");
        return world.mailTo(account.email()).path();
    }

    private String moving(Account account) {
        Visitor visitor = world.signedIn(account);
        visitor.get("/mon-compte/courriel");
        visitor.press(
                "Recevoir les liens", Map.of("email", world.email("nouvelle").original()));
        return world.mailTo(account.email()).path();
    }

    private void close(Somebody she, State state) {
        if (state == State.LOCKED) {
            signIn(world.stranger(), she.email(), "un mot de passe inexact");
            int budgets = jdbc.sql("update sign_in_budget set consecutive = ? where account_id = ? and not of_device")
                    .params(SecurityDoc.number("SIGN_IN_MOST_FAILURES"), she.accountId())
                    .update();
            assertThat(budgets).isEqualTo(1);
        } else if (!state.closing.isEmpty()) {
            assertThat(jdbc.sql(state.closing).param("account", she.accountId()).update())
                    .isEqualTo(1);
        }
    }

    private void go(Visitor visitor, Way way, Somebody she) {
        switch (way) {
            case PASSWORD -> signIn(visitor, she.email(), World.PASSWORD);
            case PASSKEY -> {
                visitor.get("/connexion");
                world.show(visitor, "Se connecter avec une clé d’accès", world.passkeyOf(she.account()));
            }
            case RESET_LINK, RESET_LINK_FROM_THE_STAFF -> {
                follow(visitor, she.link(), "Enregistrer le mot de passe", NEW);
                signIn(visitor, she.email(), NEW);
            }
            case ACTIVATION_LINK -> {
                follow(visitor, she.link(), "Confirmer mon compte", World.PASSWORD);
                signIn(visitor, she.email(), World.PASSWORD);
            }
            case EMAIL_CHANGE_LINK -> {
                follow(visitor, she.link(), "Confirmer le changement", World.PASSWORD);
                signIn(visitor, she.email(), World.PASSWORD);
            }
        }
    }

    /** A link alone signs nobody in, even if its action succeeds. */
    private void follow(Visitor visitor, String link, String button, String password) {
        if (visitor.get(link).status() == 200) {
            visitor.press(button, Map.of("password", password));
        }
        assertThat(isIn(visitor)).as("in by the link alone").isFalse();
    }

    private static void signIn(Visitor visitor, String email, String password) {
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", email, "password", password));
    }

    /** Whether the browser is signed in, also with one of two factors. */
    private static boolean isIn(Visitor visitor) {
        return !visitor.get("/mon-compte")
                .location()
                .filter("/connexion"::equals)
                .isPresent();
    }

    /**
     * @param account null before it is confirmed
     * @param link the mailed link; null for a way without one
     */
    private record Somebody(Account account, UUID accountId, String email, String link) {}
}
