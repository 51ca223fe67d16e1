package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.signin.Doors;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.Work;
import ca.releve.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The time of an answer reveals nothing about an address. The cases are measured in turn, so that a busy machine affects all of
 * them, and the shortest time of each case counts. Differences are compared with the time of a password hash in the same run: an
 * omitted hash would be detected.
 */
@PortalTest
@Tag("long")
@EnabledIfSystemProperty(
        named = "test.hashes",
        matches = "production",
        disabledReason = "Hashes cost nothing without -Plong")
class SameTimeTests {

    private static final int ROUNDS = 16;
    private static final int NOTICEABLE_PART_OF_A_HASH = 2;

    @Autowired
    World world;

    @Autowired
    SignInGuard guard;

    @Autowired
    Work work;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Covers("AUTH-02")
    void aRefusedSignInTakesTheSameTimeForEveryReason() {
        Account wrong = world.client().account();
        Account delayed = world.client().account();
        Account disabled = withState("DISABLED");
        Account unconfirmed = withState("UNCONFIRMED");
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("unknown", () -> world.email("inconnue").original());
        kinds.put("wrong", () -> untried(wrong));
        kinds.put("delayed", () -> tried(delayed));
        kinds.put("disabled", () -> untried(disabled));
        kinds.put("unconfirmed", () -> untried(unconfirmed));

        takeTheSameTime(kinds, "/connexion", "Se connecter", email -> Map.of("email", email, "password", Doors.WRONG));
    }

    @Test
    @Covers("AUTH-02")
    void aSignUpTakesTheSameTimeForEveryAddress() {
        Account disabled = withState("DISABLED");
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("unknown", () -> world.email("inconnue").original());
        kinds.put("known", () -> world.save(new StaffMember("Josée", "Roy", world.email("josee"), Role.DISPATCHER))
                .email());
        kinds.put("registered", () -> world.client().account().email());
        kinds.put("disabled", disabled::email);

        takeTheSameTime(
                kinds,
                "/compte/creation",
                "Créer un compte",
                email -> Map.of("firstName", "Josée", "lastName", "Roy", "email", email, "password", Doors.WRONG));
    }

    @Test
    @Covers("AUTH-02")
    void aRequestForALinkTakesTheSameTimeForEveryAddress() {
        Account disabled = withState("DISABLED");
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("unknown", () -> world.email("inconnue").original());
        kinds.put("registered", () -> world.client().account().email());
        kinds.put("disabled", disabled::email);

        takeTheSameTime(kinds, "/compte/mot-de-passe-oublie", "Recevoir un lien", email -> Map.of("email", email));
    }

    private void takeTheSameTime(
            Map<String, Supplier<String>> kinds, String path, String button, Function<String, Map<String, ?>> form) {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        // The first round is a warm-up.
        for (int round = 0; round <= ROUNDS; round++) {
            int now = round;
            kinds.forEach((kind, email) -> {
                Map<String, ?> fields = form.apply(email.get());
                Visitor visitor = world.stranger();
                visitor.get(path);
                int status =
                        visitor.with(Work.HEADER, kind).press(button, fields).status();
                assertThat(status).as(kind).isIn(302, 303);
                if (now > 0) {
                    times.computeIfAbsent(kind, one -> new ArrayList<>()).add(work.on(kind));
                }
            });
        }
        List<Duration> shortestTimes =
                times.values().stream().map(SameTimeTests::shortest).toList();
        assertThat(Collections.max(shortestTimes).minus(Collections.min(shortestTimes)))
                .as("between the shortest times of %s", times)
                .isLessThan(timeOfAHash().dividedBy(NOTICEABLE_PART_OF_A_HASH));
    }

    private Duration timeOfAHash() {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            times.add(Work.of(() -> passwords.encode(World.PASSWORD)));
        }
        return shortest(times);
    }

    private String untried(Account account) {
        guard.unlock(account.id());
        return account.email();
    }

    private String tried(Account account) {
        IntStream.range(0, SecurityDoc.number("SIGN_IN_FREE_FAILURES")).forEach(number -> {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setRemoteAddr(Visitor.anAddress());
            guard.begin(account.email(), request);
        });
        assertThat(guard.lockedUntil(account.id())).isPresent();
        return account.email();
    }

    private Account withState(String state) {
        Account account = world.client().account();
        jdbc.sql("update account set state = ? where id = ?")
                .params(state, account.id())
                .update();
        return account;
    }

    /** A busy machine only adds time; it added half a hash to more than half of eight rounds once. */
    private static Duration shortest(List<Duration> times) {
        return Collections.min(times);
    }
}
