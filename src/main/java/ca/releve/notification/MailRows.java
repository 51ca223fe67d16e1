package ca.releve.notification;

import ca.releve.web.LikeText;
import ca.releve.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the outgoing mails, newest first, in one statement; a condition stands in it only if it is asked for. */
@Component
class MailRows {

    private static final String FOUND = """
            select id, recipient, recipient_name, subject, status, attempts, queued_at, sent_at, last_error
              from outgoing_mail
             where true %s
             order by queued_at desc, id desc
             limit :limit offset :offset
            """;

    private static final String WITH_TEXT =
            " and fold(recipient || ' ' || recipient_name || ' ' || subject) like fold(:text)";

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one row more than a page shows, if there is one */
    List<MailRow> find(MailFilter filter, int page) {
        String text = LikeText.anywhere(filter.getText());
        StringBuilder conditions = new StringBuilder();
        filter.status().ifPresent(it -> conditions.append(" and status = :status"));
        if (text != null) {
            conditions.append(WITH_TEXT);
        }
        JdbcClient.StatementSpec statement = jdbc.sql(FOUND.formatted(conditions))
                .param("limit", Window.LIMIT)
                .param("offset", Window.offset(page));
        filter.status().ifPresent(it -> statement.param("status", it.name()));
        if (text != null) {
            statement.param("text", text);
        }
        return statement.query(MailRows::read).list();
    }

    private static MailRow read(ResultSet row, int number) throws SQLException {
        return new MailRow(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("subject"),
                OutgoingMail.Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                instant(row, "queued_at"),
                instant(row, "sent_at"),
                row.getString("last_error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
