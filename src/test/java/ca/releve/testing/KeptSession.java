package ca.releve.testing;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of the rows of a session, to restore it after the portal has ended it. */
public final class KeptSession {

    private final JdbcClient jdbc;
    private final List<String> sessions;
    private final List<String> attributes;

    private KeptSession(JdbcClient jdbc, List<String> sessions, List<String> attributes) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.attributes = attributes;
    }

    public static KeptSession of(UUID accountId, JdbcClient jdbc) {
        List<String> sessions = jdbc.sql("select to_jsonb(s)::text from spring_session s where principal_name = ?")
                .param(accountId.toString())
                .query(String.class)
                .list();
        List<String> attributes =
                jdbc.sql("""
                        select to_jsonb(a)::text from spring_session_attributes a
                          join spring_session s on s.primary_id = a.session_primary_id where s.principal_name = ?
                        """).param(accountId.toString()).query(String.class).list();
        return new KeptSession(jdbc, sessions, attributes);
    }

    public void putBack() {
        sessions.forEach(one -> jdbc.sql("""
                        insert into spring_session select * from jsonb_populate_record(null::spring_session, ?::jsonb)
                        on conflict do nothing
                        """).param(one).update());
        attributes.forEach(one -> jdbc.sql("""
                        insert into spring_session_attributes
                        select * from jsonb_populate_record(null::spring_session_attributes, ?::jsonb) on conflict do nothing
                        """).param(one).update());
    }
}
