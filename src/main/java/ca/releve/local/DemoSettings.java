package ca.releve.local;

import ca.releve.account.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an administratrice finds under « Réglages »: some days of events at the doors, and a mail that did not get through. */
@Component
@Profile("local")
class DemoSettings {

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoSettings(JdbcClient jdbc, DemoClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void fill(Account manager, Account dispatcher, Account administrator, Account disabled) {
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(disabled.id())
                .update();
        event(Duration.ofDays(6), "user_created", disabled, "198.51.100.23", "");
        event(Duration.ofDays(6).minusMinutes(4), "user_updated", disabled, "198.51.100.23", "state=ACTIVE");
        event(
                Duration.ofDays(2),
                "privilege_permissions_changed",
                dispatcher,
                "198.51.100.20",
                "role=DISPATCHER by=" + administrator.id());
        event(Duration.ofDays(1), "user_updated", disabled, "198.51.100.20", "state=DISABLED by=" + administrator.id());
        for (int i = 5; i > 0; i--) {
            event(
                    Duration.ofMinutes(190 + i),
                    "authn_login_fail",
                    manager,
                    "203.0.113.77",
                    "reason=BadCredentialsException");
        }
        event(Duration.ofMinutes(189), "authn_login_lock", manager, "203.0.113.77", "");
        event(Duration.ofMinutes(95), "authn_login_success", manager, "198.51.100.7", "");
        event(Duration.ofMinutes(80), "authz_fail", dispatcher, "198.51.100.21", "path=/admin/listes");
        event(Duration.ofMinutes(12), "authn_token_reuse", null, "203.0.113.5", "purpose=PASSWORD_RESET");
        undeliveredMail();
    }

    private void event(Duration ago, String word, Account account, String address, String facts) {
        jdbc.sql("insert into security_event (id, at, event, account_id, address, facts) values (?, ?, ?, ?, ?, ?)")
                .params(newId(), at(ago), word, account == null ? null : account.id(), address, facts)
                .update();
    }

    private void undeliveredMail() {
        jdbc.sql("""
                        insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body,
                                                   status, attempts, queued_at, last_error)
                        values (?, 0, 'staff-invited', 'helene@relayeuses.example', 'Hélène Morin', 'fr',
                                'Créez votre compte',
                                E'Bonjour,\\n\\nVous faites partie du personnel du service sur Relève, son portail.\\n',
                                'FAILED', 30, ?, '550 5.1.1 <helene@relayeuses.example>: mailbox unavailable')
                        """).params(newId(), at(Duration.ofHours(30))).update();
    }

    private Timestamp at(Duration ago) {
        return Timestamp.from(clock.instant().minus(ago));
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
