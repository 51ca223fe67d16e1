package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
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
 * it says in between, but for secrets, which are not compared, reads that this was not saved. Whoever is not signed in is shown
 * nothing that she sent; what she corrects counts as another form.
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
        byte[] content = contentOfForm(submissionId);
        UUID id = accountId == null ? UUID.nameUUIDFromBytes(content) : submissionId;
        int taken = jdbc.sql("""
                        insert into submission (id, account_id, at, content) values (?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(Arrays.asList(id, accountId, Timestamp.from(clock.instant()), content))
                .update();
        if (taken == 0) {
            return "redirect:" + targetOf(id, accountId, content);
        }
        if (accountId != null) {
            rights.hold(accountId);
        }
        String target = change.get();
        jdbc.sql("update submission set target = ? where id = ?")
                .params(target, id)
                .update();
        return "redirect:" + target;
    }

    private String targetOf(UUID id, UUID accountId, byte[] content) {
        Optional<Sent> first = jdbc.sql("""
                        select target, content is not null and content <> ? as otherwise
                          from submission where id = ? and account_id is not distinct from ?
                        """)
                .params(Arrays.asList(content, id, accountId))
                .query(Sent.class)
                .optional();
        first.filter(Sent::otherwise).ifPresent(it -> {
            throw new SentBefore(it.target());
        });
        return first.map(Sent::target).orElse("/");
    }

    /** With the id, so that two forms that say the same don't tell so. */
    private static byte[] contentOfForm(UUID submissionId) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return Secret.hash(submissionId + KeptForms.typed(request).toString());
    }

    /**
     * What is known of the form that came first.
     *
     * @param otherwise whether it said something else
     */
    private record Sent(String target, boolean otherwise) {}

    /** Forgets the submissions of more than thirty days ago: no browser still shows their forms. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from submission where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
