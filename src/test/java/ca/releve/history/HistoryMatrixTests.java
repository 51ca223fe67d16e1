package ca.releve.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.account.Account;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.HistoryMatrix;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Presses;
import ca.releve.testing.Presses.Press;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history entries of each button (PRIV-01): {@code history-matrix.csv} lists them, and every button that a test presses is
 * compared with it. {@code EndOfRunTests} compares all submissions after all tests have run.
 */
@PortalTest
@Covers("PRIV-01")
class HistoryMatrixTests {

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void everyButtonHasARow() {
        assertThat(HistoryMatrix.read().handlers())
                .as("what a button writes is said in %s, whose head says how", HistoryMatrix.FILE)
                .containsExactlyInAnyOrderElementsOf(handlers.all().stream()
                        .filter(it -> !it.isGet())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void everySubmissionOfThisForkWroteWhatItsRowSays() throws IOException {
        pressed();

        assertThat(HistoryMatrix.read().wrong(Presses.all())).isEmpty();
    }

    /** Each row except the first has one wrong cell. */
    @ParameterizedTest
    @CsvSource({
        "client.created;client;,",
        "client.changed;client;,wrote « client.created »",
        ";client;,wrote « client.created »",
        "client.created;;,client.created of client",
        "client.created;client why;,client.created without why",
        "client.created;client;password_changed,told of []"
    })
    void aSubmissionThatDidNotWriteWhatItsRowSaysIsReported(String row, String problem) throws IOException {
        Press press = pressed().press();
        List<String> wrong =
                HistoryMatrix.of(List.of(press.handler() + ";" + row)).wrong(List.of(press));

        if (problem == null) {
            assertThat(wrong).isEmpty();
        } else {
            assertThat(wrong).singleElement().asString().contains(problem);
        }
    }

    @Test
    void aSubmissionMayFindThatAShiftHasEndedInTheMeantime() throws IOException {
        Substitute substitute = world.substitute();
        ReplacementRequest request = world.sentRequest(world.client(), world.shift(Duration.ofHours(1), 4));
        clock.advance(Duration.ofHours(6));
        Account dispatcher = world.dispatcher();
        Visitor visitor = world.signedIn(dispatcher);
        visitor.get("/admin/demandes/" + request.id() + "/affectation?texte="
                + substitute.lastName().replaceAll("\\D+", ""));
        visitor.press("Confirmer l’affectation", Map.of("substitute", substitute.id()));

        assertThat(history.ofSubject(request.id()))
                .extracting(HistoryEntry::event)
                .contains("substitute.confirmed", "shift.worked");
        assertThat(HistoryMatrix.read()
                        .wrong(Presses.all().stream()
                                .filter(it -> dispatcher.id().equals(it.account()))
                                .toList()))
                .isEmpty();
    }

    @Test
    void anEntryIsWrittenInTheTransactionOfItsChange() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            history.record(Actor.PORTAL, Subject.ofService(subject), "shift.worked", null);
            status.setRollbackOnly();
        });

        assertThat(history.ofSubject(subject)).isEmpty();
        assertThatThrownBy(() -> history.record(Actor.PORTAL, Subject.ofService(subject), "shift.worked", null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEntryNamesTheActorTheClientAndTheRequest() {
        Pressed pressed = pressed();

        assertThat(history.ofPerson(List.of(), pressed.account().id()).by())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.event()).isEqualTo("client.created");
                    assertThat(entry.actor()).isEqualTo(world.actor(pressed.account()));
                    assertThat(entry.requestNumber()).isEqualTo(pressed.press().number());
                });
        UUID client = jdbc.sql("select client_id from history_entry where request_number = ?")
                .param(pressed.press().number())
                .query(UUID.class)
                .single();
        assertThat(history.ofClient(client)).hasSize(1);
    }

    /** Signs in as an administrator and adds a client. */
    private Pressed pressed() {
        Account administrator = world.administrator();
        Visitor visitor = world.signedIn(administrator);
        visitor.get("/admin/clients/nouveau");
        visitor.press("Enregistrer", Map.of("name", "CPE " + UUID.randomUUID()));
        return new Pressed(
                administrator,
                Presses.all().stream()
                        .filter(it -> administrator.id().equals(it.account())
                                && it.handler().endsWith("/clients/nouveau"))
                        .findFirst()
                        .orElseThrow());
    }

    private record Pressed(Account account, Press press) {}
}
