package ca.releve.web;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells whether something failed because the database does not answer: nobody's mistake, and over by itself. */
final class DatabaseAway {

    /** Classes of SQL states: connection, authorisation, no such database, the server shuts down. */
    private static final Set<String> ABOUT_THE_CONNECTION = Set.of("08", "28", "3D", "57");

    private DatabaseAway() {}

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof SQLException sql && isAboutTheConnection(sql)) {
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
