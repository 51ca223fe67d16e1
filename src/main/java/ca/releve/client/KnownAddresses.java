package ca.releve.client;

import ca.releve.shared.RuleViolation;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses of everybody whom the service knows, on both sides of the counter, and of their accounts: one address is one
 * person's. The database holds the rule ({@code known_address_once}); this asks first, so that a form can say it.
 */
@Component
public class KnownAddresses {

    /** Key of the refusal: typing another address mends it. */
    public static final String TAKEN = "rule.person.email-taken";

    private static final String HELD_BY_ANOTHER =
            "select exists (select 1 from known_address where email_canonical = ? and person_id <> ?)";

    private final JdbcClient jdbc;

    KnownAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RuleViolation with {@link #TAKEN} if the address is somebody else's */
    public void requireFree(EmailAddress address, UUID personId) {
        boolean taken = jdbc.sql(HELD_BY_ANOTHER)
                .params(address.canonical(), personId)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleViolation(TAKEN);
        }
    }
}
