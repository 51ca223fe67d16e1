package ca.releve.web.settings;

import java.sql.SQLException;
import java.util.Set;
import org.hibernate.TransactionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells whether the reason of a failure is that the database does not answer. */
public final class DatabaseUnavailable {

    /** Classes of SQL states: connection, authorisation, unknown database, no connections or disk left, shutdown. */
    private static final Set<String> ABOUT_THE_CONNECTION = Set.of("08", "28", "3D", "53", "57");

    private static final String CANCELLED = "57014";

    private DatabaseUnavailable() {}

    /** A transaction that can be neither committed nor rolled back has lost its connection. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof SQLException sql && isAboutTheConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Whether PostgreSQL cancelled a statement that took too long, or the administrator did. */
    public static boolean isCancelledStatement(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    static boolean isAboutTheConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.length() == 5 && ABOUT_THE_CONNECTION.contains(state.substring(0, 2));
    }
}
