package ca.releve.load.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses of the pages, and the accounts that read them, in a filled database. */
final class Addresses {

    private final JdbcClient data;
    private final UUID client;

    /** @param data as superuser */
    Addresses(JdbcClient data) {
        this.data = data;
        this.client = data.sql("select client_id from replacement_request group by 1 order by count(*) desc limit 1")
                .query(UUID.class)
                .single();
    }

    /** The client with the most requests. */
    UUID client() {
        return client;
    }

    UUID manager() {
        return accountOf("select id from client_manager where client_id = ? order by email limit 1", client);
    }

    UUID administrator() {
        return accountOf("select id from staff_member where role = ? limit 1", Role.ADMINISTRATOR.name());
    }

    /** The page of the list that begins after half of the client's requests. */
    String middleOfList() {
        String place = data.sql("""
                        select list_order || chr(31) || id from replacement_request where client_id = :client
                         order by list_order, id limit 1 offset (select count(*) / 2 from replacement_request where client_id = :client)
                        """).param("client", client).query(String.class).single();
        return "/remplacements?apres="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    String request() {
        return "/remplacements/" + id("client_id = ? and status = 'COMPLETED' and shift_count = 3");
    }

    String candidates() {
        return "/admin/demandes/" + id("client_id = ? and next_open_start > now() and status = 'SEARCHING'")
                + "/affectation";
    }

    private UUID id(String condition) {
        return data.sql("select id from replacement_request where " + condition + " order by first_start desc limit 1")
                .param(client)
                .query(UUID.class)
                .single();
    }

    private UUID accountOf(String person, Object parameter) {
        return data.sql("select id from account where coalesce(client_manager_id, staff_member_id) = (" + person + ")")
                .param(parameter)
                .query(UUID.class)
                .single();
    }
}
