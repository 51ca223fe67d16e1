package ca.releve.account;

import ca.releve.client.KnownAddresses;
import ca.releve.format.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the addresses of managers, staff and accounts. */
@Component
class AccountAddresses implements KnownAddresses {

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

    AccountAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> ofAnother(EmailAddress address, UUID personId) {
        return jdbc.sql(OF_ANOTHER)
                .params(address.canonical(), personId)
                .query(String.class)
                .optional();
    }
}
