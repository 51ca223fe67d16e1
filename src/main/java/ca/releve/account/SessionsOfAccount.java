package ca.releve.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions of one person, in all browsers and on all instances.
 *
 * <p>Ends them in the table of Spring Session rather than through its repository, which would do so in a transaction of its
 * own: a new password and the end of the old sessions come together or not at all (AUTH-10).
 */
@Component
public class SessionsOfAccount {

    private final JdbcClient jdbc;

    SessionsOfAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(UUID accountId) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(accountId.toString())
                .update();
    }

    /** @param presentSession id of the session that goes on */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOthers(UUID accountId, String presentSession) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(accountId.toString(), presentSession)
                .update();
    }
}
