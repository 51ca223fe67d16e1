package ca.releve.web.settings;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.hibernate.TransactionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells whether the reason of a failure is that the database does not answer. */
public final class DatabaseUnavailable {

    /** When browsers and proxies may ask again, in seconds. */
    public static final String RETRY_AFTER = "10";

    /** Classes of SQL states: connection, authorisation, unknown database, no connections or disk left, shutdown, failed disk. */
    private static final Set<String> ABOUT_THE_CONNECTION = Set.of("08", "28", "3D", "53", "57", "58");

    /** The server ended an idle transaction, or is a replica that is not promoted yet. */
    private static final Set<String> ENDED_OR_READ_ONLY = Set.of("25P03", "25P04", "25006");

    /** HikariCP's answer on a connection that it has given up; it has no SQL state. */
    private static final String GIVEN_UP = "Connection is closed";

    private static final String LOCKED = "55P03";

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

    /** The first line of what the database or its pool said. */
    static String sentence(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    }

    /** Whether PostgreSQL cancelled a statement that took too long or waited too long for a lock. */
    public static boolean isCancelledStatement(Throwable failure) {
        return hasState(failure, CANCELLED) || isLocked(failure);
    }

    /** Whether a statement waited too long for a lock. */
    public static boolean isLocked(Throwable failure) {
        return hasState(failure, LOCKED);
    }

    private static boolean hasState(Throwable failure, String state) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    static boolean isAboutTheConnection(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return failure instanceof SQLTransientConnectionException || GIVEN_UP.equals(failure.getMessage());
        }
        return ENDED_OR_READ_ONLY.contains(state)
                || state.length() == 5 && ABOUT_THE_CONNECTION.contains(state.substring(0, 2));
    }
}
