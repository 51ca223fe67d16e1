package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A pressed button counts once (INT-02): each form carries an id, stored in the transaction of its change. Whoever sends the
 * same form again, by a double click or by going back, is led to the page that the first one led to. Whoever has changed what
 * it says in between reads that this was not saved.
 */
@Component
public class Submissions {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Rights rights;
    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(Rights rights, JdbcClient jdbc, Clock clock) {
        this.rights = rights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param submissionId the id that the form carried
     * @param accountId who sent it; null for somebody who is not signed in
     * @param change makes the change and answers the local path of the page to go on with
     * @return the view that redirects to that page
     * @throws SentBefore if she has sent the form already, when it said something else
     * @throws RightsGone if she lost rights while the form was on its way
     */
    @Transactional
    public String once(UUID submissionId, UUID accountId, Supplier<String> change) {
        byte[] content = accountId == null ? null : contentOfForm();
        int taken = jdbc.sql("""
                        insert into submission (id, account_id, at, content) values (?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(Arrays.asList(submissionId, accountId, Timestamp.from(clock.instant()), content))
                .update();
        if (taken == 0) {
            return "redirect:" + targetOf(submissionId, accountId, content);
        }
        if (accountId != null) {
            rights.hold(accountId);
        }
        String target = change.get();
        jdbc.sql("update submission set target = ? where id = ?")
                .params(target, submissionId)
                .update();
        return "redirect:" + target;
    }

    private String targetOf(UUID submissionId, UUID accountId, byte[] content) {
        return jdbc.sql("""
                        select target, content is distinct from ? and content is not null
                          from submission where id = ? and account_id is not distinct from ?
                        """)
                .params(Arrays.asList(content, submissionId, accountId))
                .query((row, number) -> {
                    if (row.getBoolean(2)) {
                        throw new SentBefore(row.getString(1));
                    }
                    return row.getString(1);
                })
                .optional()
                .orElse("/");
    }

    private static byte[] contentOfForm() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return Secret.hash(KeptForms.typed(request).toString());
    }

    /** Forgets the submissions of more than thirty days ago: no browser still shows their forms. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from submission where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
