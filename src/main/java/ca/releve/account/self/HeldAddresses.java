package ca.releve.account.self;

import ca.releve.client.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an address is already, on whichever side of the counter. */
@Component
class HeldAddresses {

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

    HeldAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the address as the service has written it, if it is another person's */
    Optional<String> ofAnother(EmailAddress address, UUID personId) {
        return jdbc.sql(OF_ANOTHER)
                .params(address.canonical(), personId)
                .query(String.class)
                .optional();
    }
}
