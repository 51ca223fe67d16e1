package ca.releve.local;

import ca.releve.account.StaffMember;
import ca.releve.web.settings.ServiceProperties;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates the mails of the page « Courriels »: mails that were sent, and one that was not delivered. */
@Component
@Profile("local")
class DemoMails {

    private final JdbcClient jdbc;
    private final DemoClock clock;
    private final MessageSource messages;
    private final ServiceProperties service;
    private final String baseUrl;

    DemoMails(
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

    /** Marks the queued mails as sent two seconds after they were queued, instead of sending all of them now. */
    void markAllSent() {
        jdbc.sql("""
                        update outgoing_mail set status = 'SENT', attempts = 1, sent_at = queued_at + interval '2 seconds'
                         where status = 'QUEUED'
                        """).update();
        jdbc.sql("update notice set left_at = queued_at + interval '2 seconds' where channel = 'MAIL'")
                .update();
        jdbc.sql("delete from scheduled_mail").update();
    }

    /** The invitation of a staff member, with the portal's text, refused by the mail server. */
    void failedInvitation(Duration ago, StaffMember member) {
        jdbc.sql("""
                        insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body,
                                                   status, attempts, queued_at, last_problem, last_error)
                        values (:id, 0, 'staff-invited', :recipient, :name, 'fr', :subject, :body,
                                'FAILED', 1, :queued, 'ADDRESS_REFUSED', '550 5.1.1 <' || :recipient || '>: mailbox unavailable')
                        """)
                .param("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .param("recipient", member.email())
                .param("name", member.name())
                .param("subject", text("mail.staff-invited.subject"))
                .param("body", body())
                .param("queued", Timestamp.from(clock.instant().minus(ago)))
                .update();
    }

    private String body() {
        return text("mail.staff-invited.body", service.name(), baseUrl + "/compte/creation")
                + "\n\n-- \n"
                + text("mail.signature", service.name())
                + "\n"
                + service.phone()
                + "\n";
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CANADA_FRENCH);
    }
}
