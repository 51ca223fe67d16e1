package ca.releve.replacement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.Shift;
import ca.releve.substitute.Substitute;
import ca.releve.testing.AtOnce;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Unfinished;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent actions of several dispatchers. */
@PortalTest
class BookingRaceTests {

    @Autowired
    World world;

    @Autowired
    TestClock testClock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Unfinished unfinished;

    @Autowired
    ReplacementRequestsForStaff requests;

    SomeClient client;
    List<Visitor> dispatchers;

    @BeforeEach
    void createAClient() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        client = world.client();
        dispatchers = new ArrayList<>();
    }

    @Test
    void ofEightConcurrentBookingsOneSucceedsAndSevenAreRefusedWithAReason() throws Exception {
        Substitute amelie = world.substitute();
        List<Page> shown = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // Each begins a quarter of an hour after the previous one, so that all of them overlap.
            ReplacementRequest request =
                    world.sentRequest(client, world.shift(Duration.ofDays(1).plusMinutes(15L * i), 4));
            Visitor dispatcher = world.signedIn(world.dispatcher());
            dispatchers.add(dispatcher);
            shown.add(dispatcher.get(page(request) + "/affectation?texte=" + number(amelie)));
        }

        List<Page> answers = AtOnce.run(
                8,
                i -> () -> dispatchers
                        .get(i)
                        .press(shown.get(i), "Confirmer l’affectation", Map.of("substitute", amelie.id())));

        assertThat(answers.stream().filter(it -> it.status() == 303)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() != 303)).hasSize(7).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains(amelie.name() + " vient d’être affectée ailleurs de ");
        });
        assertThat(bookings(amelie)).isEqualTo(1);
    }

    @Test
    void aRefusalByADatabaseConstraintIsExplained() throws Exception {
        Substitute amelie = world.substitute();
        ReplacementRequest there = world.sentRequest(client, world.shift(Duration.ofDays(1), 4));
        ReplacementRequest here =
                world.sentRequest(client, world.shift(Duration.ofDays(1).plusHours(2), 4));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Page shown = dispatcher.get(page(here) + "/affectation?texte=" + number(amelie));

        CompletableFuture<Page> answer;
        // Another transaction has booked the substitute without a lock, and is not committed yet.
        try (Unfinished.Change elsewhere = book(there, amelie)) {
            answer = CompletableFuture.supplyAsync(
                    () -> dispatcher.press(shown, "Confirmer l’affectation", Map.of("substitute", amelie.id())));
            elsewhere.untilTheyWait(answer);
            elsewhere.finish();
        }

        Page refused = answer.get(20, TimeUnit.SECONDS);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(amelie.name() + " vient d’être affectée ailleurs de 05:45 à 09:45");
        assertThat(bookings(amelie)).isEqualTo(1);
        assertThat(requests.get(here.id()).status()).isEqualTo(RequestStatus.SUBMITTED);
    }

    @Test
    void ofTenConcurrentDecisionsOneSucceeds() throws Exception {
        ReplacementRequest request = world.sentRequest(client, world.shift(Duration.ofDays(1), 4));
        List<Page> shown = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Visitor dispatcher = world.signedIn(world.dispatcher());
            dispatchers.add(dispatcher);
            shown.add(dispatcher.get(page(request) + (i % 2 == 0 ? "" : "/refus")));
        }

        List<Page> answers = AtOnce.run(
                10,
                i -> () -> i % 2 == 0
                        ? dispatchers.get(i).press(shown.get(i), "Prendre en recherche", Map.of())
                        : dispatchers.get(i).press(shown.get(i), "Refuser la demande", Map.of("reason", "Personne.")));

        assertThat(answers.stream().filter(it -> it.status() == 303)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() == 409)).hasSize(9);
        assertThat(jdbc.sql("select count(*) from history_entry where request_id = ?")
                        .param(request.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Unfinished.Change book(ReplacementRequest request, Substitute substitute) throws Exception {
        Shift shift = request.shifts().get(0);
        return unfinished.begin(
                "insert into assignment values (?, 0, ?, ?, ?, ?, ?, 'CONFIRMED', now(), 'Un autre chemin')",
                UUID.randomUUID(),
                shift.id(),
                request.clientId(),
                substitute.id(),
                shift.startsAt().atOffset(ZoneOffset.UTC),
                shift.endsAt().atOffset(ZoneOffset.UTC));
    }

    private long bookings(Substitute substitute) {
        return jdbc.sql("select count(*) from assignment where substitute_id = ? and status <> 'CANCELLED'")
                .param(substitute.id())
                .query(Long.class)
                .single();
    }

    private static String number(Substitute substitute) {
        return substitute.lastName().substring(substitute.lastName().lastIndexOf(' ') + 1);
    }

    private static String page(ReplacementRequest request) {
        return "/admin/demandes/" + request.id();
    }
}
