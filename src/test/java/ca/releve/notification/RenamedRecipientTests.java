package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RenamedRecipientTests {

    private static final String MAIL = """
            insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body, status, queued_at)
            values (uuidv7(), 0, 'x', ?, ?, 'fr', 'Bonjour', '', 'FAILED', now())
            """;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"account", "client_manager"})
    void aMailToSomebodyWhoWasRenamedIsFoundUnderTheOldAndTheNewName(String table) {
        World.SomeClient client = world.client();
        Account account = client.account();
        String number = account.lastName().replaceAll("\\D", "");
        jdbc.sql(MAIL).params(account.email(), account.name()).update();
        jdbc.sql("update " + table + " set last_name = ? where email = ?")
                .params("Zola " + number, account.email())
                .update();
        Visitor staff = world.signedIn(world.administrator());

        for (String name : new String[] {"marie+tremblay+", "zola+"}) {
            assertThat(staff.get("/admin/courriels?texte=" + name + number)
                            .html()
                            .select("tbody")
                            .text())
                    .as(name)
                    .contains(account.email());
        }
    }

    @Test
    void aMailToAnotherIsNotFound() {
        World.SomeClient client = world.client();
        jdbc.sql(MAIL).params("x@example.test", client.account().name()).update();
        Visitor staff = world.signedIn(world.administrator());

        assertThat(staff.get("/admin/courriels?texte=zola+" + System.nanoTime())
                        .html()
                        .select("tbody tr"))
                .isEmpty();
    }
}
