package ca.releve.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that the forms of a {@link Crowd} write. */
record Rows(long requests, long shifts, long history, long mails, long submissions) {

    /** Conditions that no row may meet, whatever was interrupted. */
    private static final String HALF_DONE = """
            select 'request without its shifts: ' || code from replacement_request r
             where shift_count <> (select count(*) from shift where request_id = r.id)
                or (status = 'DRAFT') <> (shift_count = 0)
            union all
            select 'request without its history: ' || code from replacement_request r
             where (select count(*) from history_entry where request_id = r.id and event = 'request.created') <> 1
                or (select count(*) from history_entry where request_id = r.id and event = 'request.submitted')
                   <> case status when 'DRAFT' then 0 else 1 end
            union all
            select 'request that no search finds: ' || code from replacement_request where search_text = ''
            union all
            select 'form without its answer: ' || id from submission where target is null
            union all
            select 'mail that nobody sends: ' || id from outgoing_mail
             where status = 'QUEUED' and not exists (select from scheduled_mail where task_instance = id::text)
            union all
            select 'request twice: ' || notes from replacement_request group by notes having count(*) > 1
            """;

    static Rows of(JdbcClient data) {
        return data.sql("""
                        select (select count(*) from replacement_request) as requests, (select count(*) from shift) as shifts,
                               (select count(*) from history_entry) as history, (select count(*) from outgoing_mail) as mails,
                               (select count(*) from submission) as submissions
                        """).query(Rows.class).single();
    }

    /** With one more draft, that is not of a crowd. */
    Rows withDraft() {
        return new Rows(requests + 1, shifts, history + 1, mails, submissions + 1);
    }

    /**
     * Checks what a crowd that has stopped left behind: each answered form is there once, and nothing else.
     *
     * @param before the rows before its first form
     */
    static void check(JdbcClient data, Rows before, Crowd crowd) {
        assertThat(data.sql(HALF_DONE).query(String.class).list()).isEmpty();
        assertThat(notes(data, "true")).containsAll(crowd.drafted());
        assertThat(notes(data, "status = 'SUBMITTED'")).containsAll(crowd.sent());
        int drafts = crowd.drafted().size();
        int sent = crowd.sent().size();
        // A request that is sent is told to the service and to its manager.
        assertThat(of(data))
                .isEqualTo(new Rows(
                        before.requests + drafts,
                        before.shifts + sent,
                        before.history + drafts + sent,
                        before.mails + 2L * sent,
                        before.submissions + drafts + sent));
    }

    private static List<String> notes(JdbcClient data, String condition) {
        return data.sql("select notes from replacement_request where " + condition)
                .query(String.class)
                .list();
    }
}
