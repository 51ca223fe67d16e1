package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts the portal as a service would, on a database of its own (AUTH-22). */
class StartingTests {

    private static final String FIRST = "--releve.first-administrator=Rosalie.Paquet@example.test";

    @Test
    void aNewPortalHasNoAccountAndInvitesItsFirstAdministratorOnce() {
        String database = newDatabase();

        start(database, List.of(), data -> {
            assertThat(count(data, "account")).isZero();
            assertThat(count(data, "staff_member")).isZero();
            assertThat(count(data, "outgoing_mail")).isZero();
        });
        for (int i = 0; i < 2; i++) {
            start(database, List.of(FIRST), data -> {
                assertThat(count(data, "account")).isZero();
                assertThat(data.sql("select email, role from staff_member")
                                .query((row, number) -> row.getString("email") + " " + row.getString("role"))
                                .list())
                        .containsExactly("Rosalie.Paquet@example.test ADMINISTRATOR");
                assertThat(data.sql("select body from outgoing_mail")
                                .query(String.class)
                                .list())
                        .singleElement()
                        .asString()
                        .contains("\nhttps://portail.example.test/compte/creation\n");
            });
        }
    }

    private static void start(String database, List<String> arguments, Consumer<JdbcClient> then) {
        JdbcConnectionDetails server = TestDatabase.details();
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.main.lazy-initialization=true",
                "--db-scheduler.enabled=true",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + server.getUsername(),
                "--spring.datasource.password=" + server.getPassword(),
                "--spring.mail.port=1"));
        all.addAll(arguments);
        try (ConfigurableApplicationContext portal =
                SpringApplication.run(ReleveApplication.class, all.toArray(String[]::new))) {
            then.accept(portal.getBean(JdbcClient.class));
        }
    }

    private static int count(JdbcClient data, String table) {
        return data.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String newDatabase() {
        JdbcConnectionDetails server = TestDatabase.details();
        String name = "portal_" + System.nanoTime();
        JdbcClient.create(new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword()))
                .sql("create database " + name)
                .update();
        return server.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }
}
