package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.web.SettingRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the portal as a service would, on a database of its own. */
class StartingTests {

    private static final String FIRST = "--releve.first-administrator=Rosalie.Paquet@example.test";

    @Test
    @Covers("AUTH-22")
    void aNewPortalHasNoAccountAndInvitesItsFirstAdministratorOnce() {
        String database = TestDatabase.create();

        for (int i = 0; i < 2; i++) {
            start(database, List.of(), data -> {
                assertThat(count(data, "account")).isZero();
                assertThat(count(data, "staff_member")).isZero();
                assertThat(count(data, "outgoing_mail")).isZero();
            });
        }
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

    @Test
    @Covers("OPS-10")
    void thePortalStartsOnlyWithALoginThatCannotChangeTheHistory() {
        String database = TestDatabase.create();
        for (Login mighty : List.of(TestDatabase.superuser(database), TestDatabase.owner(database))) {
            assertThatThrownBy(() -> start(database, mighty, List.of(), data -> {}))
                    .hasRootCauseInstanceOf(SettingRefused.class)
                    .rootCause()
                    .hasMessageStartingWith("SPRING_DATASOURCE_USERNAME is a login that may change the history.");
        }
        TestDatabase.client(TestDatabase.superuser(database))
                .sql("create role nobody_special login password 'le-mot-de-personne'")
                .update();
        assertThatThrownBy(() -> start(
                        database, new Login(database, "nobody_special", "le-mot-de-personne"), List.of(), data -> {}))
                .rootCause()
                .hasMessageStartingWith("SPRING_DATASOURCE_USERNAME is a login without the role releve_portal");
    }

    private static void start(String database, List<String> arguments, Consumer<JdbcClient> then) {
        start(database, TestDatabase.portal(database), arguments, then);
    }

    private static void start(String database, Login portal, List<String> arguments, Consumer<JdbcClient> then) {
        Login owner = TestDatabase.owner(database);
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.main.lazy-initialization=true",
                "--db-scheduler.enabled=true",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.port=1"));
        all.addAll(arguments);
        try (ConfigurableApplicationContext started =
                SpringApplication.run(ReleveApplication.class, all.toArray(String[]::new))) {
            then.accept(started.getBean(JdbcClient.class));
        }
    }

    private static int count(JdbcClient data, String table) {
        return data.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
