package ca.releve.client;

import ca.releve.shared.RuleViolation;
import java.util.Optional;
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

    private static final String OF_ANOTHER = """
            select coalesce(
                    (select a.email from account a where a.email_canonical = k.email_canonical),
                    (select m.email from client_manager m where m.email_canonical = k.email_canonical),
                    (select s.email from staff_member s where s.email_canonical = k.email_canonical))
              from known_address k
             where k.email_canonical = ? and k.person_id <> ?
             limit 1
            """;

    private final JdbcClient jdbc;

    KnownAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the address as it is written there, if it is another person's */
    public Optional<String> ofAnother(EmailAddress address, UUID personId) {
        return jdbc.sql(OF_ANOTHER)
                .params(address.canonical(), personId)
                .query(String.class)
                .optional();
    }

    /** @throws RuleViolation with {@link #TAKEN} if the address is somebody else's */
    public void requireFree(EmailAddress address, UUID personId) {
        if (ofAnother(address, personId).isPresent()) {
            throw new RuleViolation(TAKEN);
        }
    }
}
