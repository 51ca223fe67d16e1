package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.account.StaffMember;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.ServiceProperties;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an administratrice finds under « Réglages »: some days of events at the doors, and a mail that did not get through. */
@Component
@Profile("local")
class DemoSettings {

    /** How long ago Hélène was invited. */
    static final Duration INVITED = Duration.ofHours(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MessageSource messages;
    private final ServiceProperties service;
    private final String baseUrl;

    DemoSettings(
            JdbcClient jdbc,
            DemoClock clock,
            MessageSource messages,
            ServiceProperties service,
            @Value("${releve.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.messages = messages;
        this.service = service;
        this.baseUrl = baseUrl;
    }

    void fill(
            Account manager,
            Account otherManager,
            Account dispatcher,
            Account administrator,
            Account disabled,
            Account unconfirmed,
            StaffMember invited) {
        List.of(manager, otherManager, dispatcher, administrator, disabled, unconfirmed)
                .forEach(this::created);
        event(
                INVITED,
                "privilege_permissions_changed",
                null,
                "198.51.100.20",
                "member=" + invited.id() + " role=DISPATCHER by=" + administrator.id());
        signedIn(Duration.ofDays(5), disabled, "198.51.100.23");
        event(Duration.ofDays(1), "user_updated", disabled, "198.51.100.20", "state=DISABLED by=" + administrator.id());
        signedIn(Duration.ofHours(31), administrator, "198.51.100.20");
        signedIn(Duration.ofHours(21), otherManager, "198.51.100.40");
        for (int i = SecurityNumbers.SIGN_IN_FREE_FAILURES; i > 0; i--) {
            event(
                    Duration.ofMinutes(190 + i),
                    "authn_login_fail",
                    manager,
                    "203.0.113.77",
                    "reason=BadCredentialsException");
        }
        Duration last = Duration.ofMinutes(191);
        Instant until = ago(last).plus(SecurityNumbers.SIGN_IN_FIRST_DELAY);
        event(last, "authn_login_lock", manager, "203.0.113.77", "until=" + until);
        signedIn(Duration.ofMinutes(96), dispatcher, "198.51.100.21");
        signedIn(Duration.ofMinutes(95), manager, "198.51.100.7");
        event(Duration.ofMinutes(80), "authz_fail", dispatcher, "198.51.100.21", "path=/admin/listes");
        event(Duration.ofMinutes(12), "authn_token_reuse", null, "203.0.113.5", "purpose=PASSWORD_RESET");
        mailsThatLeft();
        undeliveredMail();
    }

    private void created(Account account) {
        event(account.createdAt(), "user_created", account, "198.51.100.23", "");
        if (account.confirmedAt() != null) {
            event(account.confirmedAt(), "user_updated", account, "198.51.100.23", "state=ACTIVE");
        }
    }

    private void signedIn(Duration ago, Account account, String address) {
        event(ago, "authn_login_success", account, address, "");
        jdbc.sql("update account set signed_in_at = ? where id = ?")
                .params(Timestamp.from(ago(ago)), account.id())
                .update();
    }

    private void event(Duration ago, String word, Account account, String address, String facts) {
        event(ago(ago), word, account, address, facts);
    }

    private void event(Instant at, String word, Account account, String address, String facts) {
        jdbc.sql("insert into security_event (id, at, event, account_id, address, facts) values (?, ?, ?, ?, ?, ?)")
                .params(newId(), Timestamp.from(at), word, account == null ? null : account.id(), address, facts)
                .update();
    }

    /** Each left as soon as it was written; delivered now, all would say that they had left at one moment. */
    private void mailsThatLeft() {
        jdbc.sql("""
                        update outgoing_mail set status = 'SENT', attempts = 1, sent_at = queued_at + interval '2 seconds'
                         where status = 'QUEUED'
                        """).update();
        jdbc.sql("delete from scheduled_tasks where task_name = ?")
                .param("mail-delivery")
                .update();
    }

    /** Hélène's invitation, in the very words that the portal would have used. */
    private void undeliveredMail() {
        Locale french = Locale.CANADA_FRENCH;
        String body = messages.getMessage(
                        "mail.staff-invited.body", new Object[] {service.name(), baseUrl + "/compte/creation"}, french)
                + "\n\n-- \n"
                + messages.getMessage("mail.signature", new Object[] {service.name()}, french)
                + "\n"
                + service.phone()
                + "\n";
        jdbc.sql("""
                        insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body,
                                                   status, attempts, queued_at, last_error)
                        values (?, 0, 'staff-invited', 'helene@relayeuses.example', 'Hélène Morin', 'fr', ?, ?,
                                'FAILED', 30, ?, '550 5.1.1 <helene@relayeuses.example>: mailbox unavailable')
                        """)
                .params(
                        newId(),
                        messages.getMessage("mail.staff-invited.subject", null, french),
                        body,
                        Timestamp.from(ago(INVITED)))
                .update();
    }

    private Instant ago(Duration duration) {
        return clock.instant().minus(duration);
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
