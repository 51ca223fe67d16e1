package ca.releve.notification;

import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of outgoing mails, the newest first. */
@Component
class MailRows {

    private static final ListOrder BY_AGE =
            ListOrder.descending("date", ListKey.instant("queued_at"), ListKey.id("id"));

    private static final String FOUND = """
            select id, recipient, recipient_name, subject, status, attempts, queued_at, sent_at, last_problem,
                   last_error,
                   {place} as place
              from {mails} m
             order by {order}
             limit {limit}
            """;

    private static final String ALL = "(select * from outgoing_mail where {conditions} order by {order} limit {limit})";

    private static final String WITH_TEXT =
            "(" + WordSearch.byIndex("search_text") + " or recipient = any(cast(:renamed as text[])))";

    /** The addresses of renamed people who are found by the text: their mails have the name of their day. */
    private static final String RENAMED = """
            select email from client_manager where former_names <> '' and %1$s
            union select email from staff_member where former_names <> '' and %1$s
            union select email from account where former_names <> '' and %1$s
            limit 100
            """.formatted(WordSearch.in("search_text"));

    /** A common text is found among the newest mails; a rare one by its index, which would put together all with a common one. */
    private static final String FOUND_BY_TEXT = """
            (with near as materialized (
                 select * from (select * from outgoing_mail where {conditions} order by {order} limit 2000) m
                  where %1$s limit {limit})
             select * from near where (select count(*) from near) >= 26
              union all
             select * from (select * from outgoing_mail where %1$s offset 0) m
              where (select count(*) from near) < 26 and {conditions})""".formatted(WITH_TEXT);

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<MailRow> find(MailFilter filter, ListPosition position) {
        String[] words = WordSearch.patterns(filter.texte());
        ListQuery query = new ListQuery(FOUND.replace("{mails}", words == null ? ALL : FOUND_BY_TEXT))
                .filter("status = :status", "status", filter.statut());
        if (words != null) {
            query.with("words", words)
                    .with("longest", WordSearch.longest(words))
                    .with("renamed", renamed(words));
        }
        return query.read(jdbc, ListView.of(AdminMailController.LIST, filter, position, BY_AGE), MailRow.class);
    }

    private String[] renamed(String[] words) {
        return jdbc.sql(RENAMED)
                .param("words", words)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }
}
