package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.signin.Answer;
import ca.releve.signin.Doors;
import ca.releve.signin.password.PasswordHashQueue;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignInLoadTests {

    private static final int CROWD = 200;
    private static final int SLOWER_FOR_A_CROWD = 10;

    /** As many accents as fit into a request. */
    private static final int MOUNTAIN = 160_000;

    private static final int SLOWER_FOR_A_MOUNTAIN = 50;

    @Autowired
    World world;

    @Autowired
    PasswordHashQueue passwords;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("long")
    @EnabledIfSystemProperty(
            named = "test.hashes",
            matches = "production",
            disabledReason = "Hashes cost nothing without -Plong")
    @Covers("AUTH-15")
    void twoHundredSignInsAtOnceBreakNothingAndOtherPagesStillAnswer() throws Exception {
        Account account = world.client().account();
        Visitor reader = world.signedIn(account);
        List<Visitor> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Visitor visitor = world.stranger();
            visitor.get("/connexion");
            crowd.add(visitor);
        }
        Duration quiet = median(IntStream.range(0, 10)
                .mapToObj(number -> timeOf(() -> reader.get("/remplacements")))
                .toList());
        AtomicBoolean over = new AtomicBoolean();
        List<Integer> read = new ArrayList<>();
        List<Duration> waited = new ArrayList<>();
        ExecutorService besides = Executors.newSingleThreadExecutor();
        Future<?> reading = besides.submit(() -> {
            while (!over.get()) {
                waited.add(timeOf(() -> read.add(reader.get("/remplacements").status())));
            }
        });

        long began = System.nanoTime();
        List<Page> answers = AtOnce.run(
                CROWD,
                number -> () -> crowd.get(number)
                        .press(
                                "Se connecter",
                                Map.of("email", "foule" + number + "@example.test", "password", Doors.WRONG)));
        Duration crowded = Duration.ofNanos(System.nanoTime() - began);
        over.set(true);
        reading.get();
        besides.shutdown();

        assertThat(answers).extracting(Page::status).isSubsetOf(302, 503).contains(302);
        // On a busy machine a request may wait for a connection occasionally, but never for all sign-ins.
        assertThat(read).isSubsetOf(200, 503);
        assertThat(read).filteredOn(status -> status == 200).hasSizeGreaterThan(read.size() / 2);
        // The median page takes a small part of the time of all sign-ins, or about as long as without them.
        Duration longest =
                Collections.max(List.of(crowded.dividedBy(SLOWER_FOR_A_CROWD), quiet.multipliedBy(SLOWER_FOR_A_CROWD)));
        assertThat(median(waited)).isLessThan(longest);
        assertThat(Doors.opens(world.stranger(), account.email(), World.PASSWORD))
                .as("when the crowd is gone")
                .isTrue();
    }

    private static Duration timeOf(Runnable what) {
        long began = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Unicode sorts each accent of the second half before all those of the first half, which takes minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"/connexion", "/compte/creation", "/compte/nouveau-mot-de-passe/rien"})
    @Covers({"AUTH-15", "WEB-18"})
    void aPasswordOfManyAccentsIsRefusedQuickly(String page) {
        String letters = "a".repeat(MOUNTAIN + 1);
        String mountain = "a" + "\u0301".repeat(MOUNTAIN / 2) + "\u0316".repeat(MOUNTAIN / 2);
        Visitor visitor = world.stranger();
        for (String field : List.of("password", "firstName", "lastName")) {
            visitor.get("/connexion");
            Map<String, String> typed = new HashMap<>(Map.of(
                    "firstName", "Nadia",
                    "lastName", "Benali",
                    "email", "nadia@example.test",
                    "password", Doors.WRONG,
                    "submissionId", UUID.randomUUID().toString()));
            typed.put(field, letters);
            Duration plain = timeOf(() -> visitor.post(page, typed));
            assertThat(visitor.page().status()).isIn(302, 410, 422);
            visitor.get("/connexion");
            typed.put(field, mountain);
            typed.put("submissionId", UUID.randomUUID().toString());

            Duration sorted = timeOf(() -> visitor.post(page, typed));

            assertThat(visitor.page().status()).isIn(302, 410, 422);
            assertThat(sorted).isLessThan(plain.multipliedBy(SLOWER_FOR_A_MOUNTAIN));
        }
    }

    @Test
    @Covers({"AUTH-15", "AUTH-01"})
    void aFullQueueHasTheSameAnswerForEveryAccountAndCountsNothing() throws Exception {
        Account account = world.client().account();
        String unknown = world.email("inconnue").original();
        Visitor signedIn = world.signedIn(account);
        signedIn.get("/connexion/confirmation");
        signedIn.forgetCookie("__Host-APPAREIL");
        CountDownLatch end = takeEverySlot();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        List<Page> answers;
        try {
            answers = AtOnce.run(4, number -> () -> switch (number) {
                case 0 -> Doors.signIn(world.stranger(), account.email(), World.PASSWORD);
                case 1 -> Doors.signIn(world.stranger(), unknown, World.PASSWORD);
                case 2 ->
                    visitor.press(
                            "Créer un compte",
                            Map.of(
                                    "firstName",
                                    "Nadia",
                                    "lastName",
                                    "Benali",
                                    "email",
                                    unknown,
                                    "password",
                                    Doors.WRONG));
                default -> signedIn.press("Confirmer", Map.of("password", World.PASSWORD));
            });
        } finally {
            end.countDown();
        }
        Page known = answers.get(0);
        Page strange = answers.get(1);
        Page signUp = answers.get(2);
        Page again = answers.get(3);

        assertThat(known.status()).isEqualTo(503);
        assertThat(known.header("Retry-After")).isPresent();
        assertThat(known.text()).contains("Réessayez dans un instant");
        assertThat(known.title()).startsWith("Connexion");
        assertThat(known.html().select("#email").val()).isEqualTo(account.email());
        assertThat(known.html().select("#password").val()).isEmpty();
        assertThat(known.body()).doesNotContain(World.PASSWORD);
        assertThat(Answer.of(strange, strange).body().replace(unknown, "X"))
                .isEqualTo(Answer.of(known, known).body().replace(account.email(), "X"));
        assertThat(signUp.status()).isEqualTo(503);
        assertThat(signUp.header("Retry-After")).isPresent();
        assertThat(signUp.text()).contains("Réessayez dans un instant", "Benali", unknown);
        assertThat(signUp.body()).doesNotContain(Doors.WRONG);
        assertThat(visitor.click("Recommencer").html().select("#lastName").val())
                .isEqualTo("Benali");
        assertThat(visitor.page().html().select("#password").val()).isEmpty();
        assertThat(again.status()).isEqualTo(503);
        assertThat(again.header("Retry-After")).isPresent();
        assertThat(again.title()).contains("Confirmez que c’est vous");
        assertThat(again.problems()).singleElement().asString().contains("Inscrivez de nouveau votre mot de passe");
        assertThat(again.html().select("#email").val()).isEqualTo(account.email());
        assertThat(again.body()).doesNotContain(World.PASSWORD);
        signedIn.press("Confirmer", Map.of("password", World.PASSWORD));
        assertThat(signedIn.page().location()).hasValue("/");
        assertThat(Doors.opens(world.stranger(), account.email(), World.PASSWORD))
                .isTrue();
    }

    @Test
    @Covers("ABU-02")
    void knownDevicesSignInWhileOthersHoldEverySlot() throws Exception {
        Account account = world.client().account();
        Visitor known = world.signedIn(account);
        known.forgetCookie("__Host-SESSION");
        Visitor signedIn = world.signedIn(account);
        signedIn.get("/connexion/confirmation");
        String madeUp = "__Host-APPAREIL=" + UUID.randomUUID();
        Account gone = world.client().account();
        Visitor former = world.signedIn(gone);
        former.forgetCookie("__Host-SESSION");
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(gone.id())
                .update();
        CountDownLatch end = takeEverySlot();
        try {
            List<Page> answers = AtOnce.run(5, number -> () -> switch (number) {
                case 0 -> Doors.signIn(known, account.email(), World.PASSWORD);
                case 1 -> signedIn.press("Confirmer", Map.of("password", World.PASSWORD));
                case 2 -> Doors.signIn(world.stranger(), account.email(), World.PASSWORD);
                case 3 -> Doors.signIn(world.stranger().with("Cookie", madeUp), account.email(), World.PASSWORD);
                default -> Doors.signIn(former, gone.email(), World.PASSWORD);
            });

            assertThat(answers.get(0).location()).hasValue("/");
            assertThat(answers.get(1).location()).hasValue("/");
            assertThat(answers.subList(2, 5)).extracting(Page::status).containsOnly(503);
        } finally {
            end.countDown();
        }
    }

    /** @return a latch that frees the slots */
    private CountDownLatch takeEverySlot() throws InterruptedException {
        int slots = SecurityDoc.number("HASHES_PER_CORE") * Runtime.getRuntime().availableProcessors();
        CountDownLatch taken = new CountDownLatch(slots);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(slots);
        for (int i = 0; i < slots; i++) {
            crowd.submit(() -> passwords.run(() -> {
                taken.countDown();
                return await(end);
            }));
        }
        crowd.shutdown();
        taken.await();
        return end;
    }

    private static boolean await(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
