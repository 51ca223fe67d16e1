package ca.releve.web.form;

import ca.releve.shared.RuleViolation;
import ca.releve.shared.Secret;
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
 * Applies each form once (INT-02): its id is stored in the transaction of the change. The same form sent again redirects to the
 * page of the first one; with other values it is refused. Secrets are not compared. Without a sign-in the id is a hash of the
 * values, so that a corrected form counts as another one.
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
     * @param accountId the user who sent the form; null without a sign-in
     * @param change makes the change and returns the local path of the next page
     * @return the view that redirects to that page
     * @throws DuplicateSubmissionException if the form was sent before with other values
     * @throws RightsRevokedException if the user lost rights after the request was authorised
     * @throws RuleViolation if another user sent a form with this id
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
            throw new DuplicateSubmissionException(it.target());
        });
        return first.map(Sent::target).orElseThrow(() -> new RuleViolation("rule.form-of-another"));
    }

    /** With the id, so that equal values of two forms have different hashes. */
    private static byte[] contentOfForm(UUID submissionId) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return Secret.hash(submissionId + SubmittedFields.of(request).toString());
    }

    /** @param otherwise whether the form was sent first with other values */
    private record Sent(String target, boolean otherwise) {}

    /** Deletes old submissions; no browser still shows their forms. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from submission where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
