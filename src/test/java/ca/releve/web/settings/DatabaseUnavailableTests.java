package ca.releve.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.sql.SQLException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaSystemException;

class DatabaseUnavailableTests {

    /** Connection refused; shutdown by an administrator; too many connections; disk full. */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "57P01", "53300", "53100"})
    void aLostOrRefusedConnectionIsRecognisedByItsState(String state) {
        assertThat(DatabaseUnavailable.isBehind(new RuntimeException(new SQLException("lost", state))))
                .isTrue();
    }

    /** A failed disk; an idle transaction that was ended; a replica that is not promoted yet. */
    @ParameterizedTest
    @ValueSource(strings = {"58030", "25P03", "25006"})
    @Covers("OPS-01")
    void aServerThatCannotGoOnIsRecognisedByItsState(String state) {
        assertThat(DatabaseUnavailable.isBehind(new RuntimeException(new SQLException("lost", state))))
                .isTrue();
    }

    @Test
    @Covers("OPS-01")
    void aConnectionThatThePoolGaveUpIsRecognisedWithoutAState() {
        assertThat(DatabaseUnavailable.isBehind(new JpaSystemException(
                        new IllegalStateException("Unable to rollback", new SQLException("Connection is closed")))))
                .isTrue();
        assertThat(DatabaseUnavailable.isBehind(new RuntimeException(new SQLException("No results were returned"))))
                .isFalse();
    }

    @Test
    @Covers("OPS-03")
    void aStatementThatWaitedTooLongForALockIsCancelled() {
        assertThat(DatabaseUnavailable.isCancelledStatement(
                        new RuntimeException(new SQLException("canceling statement due to lock timeout", "55P03"))))
                .isTrue();
    }

    @Test
    void aTransactionThatCannotBeRolledBackHasLostItsConnection() {
        TransactionException failure = new TransactionException(
                "Unable to rollback against JDBC Connection", new SQLException("Connection is closed"));

        assertThat(DatabaseUnavailable.isBehind(new JpaSystemException(failure)))
                .isTrue();
    }

    @Test
    void aRefusedRowIsNoLostConnection() {
        SQLException refused = new SQLException("violates constraint", "23505");

        assertThat(DatabaseUnavailable.isBehind(new DataIntegrityViolationException("refused", refused)))
                .isFalse();
    }

    @Test
    void aStatementThatTookTooLongIsCancelled() {
        assertThat(DatabaseUnavailable.isCancelledStatement(new RuntimeException(
                        new SQLException("canceling statement due to statement timeout", "57014"))))
                .isTrue();
    }
}
