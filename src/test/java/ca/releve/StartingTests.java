package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.web.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Starts the portal as in a deployment, on a separate database. */
class StartingTests {

    private static final String FIRST = "--releve.first-administrator=Rosalie.Paquet@example.test";

    @Test
    @Covers({"AUTH-14", "AUTH-22"})
    void aNewPortalHasNoAccountInvitesItsFirstAdministratorAndHashesPasswordsWithArgon2() {
        String database = TestDatabase.create();

        start(database, TestDatabase.portal(database), List.of(FIRST), started -> {
            onlyTheFirstAdministratorIsInvited(started.getBean(JdbcClient.class));
            assertThat(started.getBean(PasswordEncoder.class).encode("une phrase assez longue"))
                    .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        });
    }

    @Test
    @Tag("long")
    @Covers("AUTH-22")
    void aRestartSendsNoSecondInvitation() {
        String database = TestDatabase.create();

        for (int i = 0; i < 2; i++) {
            start(database, List.of(), data -> {
                assertThat(count(data, "account")).isZero();
                assertThat(count(data, "staff_member")).isZero();
                assertThat(count(data, "outgoing_mail")).isZero();
            });
        }
        for (int i = 0; i < 2; i++) {
            start(database, List.of(FIRST), StartingTests::onlyTheFirstAdministratorIsInvited);
        }
    }

    @Test
    @Covers("OPS-10")
    void thePortalDoesNotStartWithTheLoginOfTheOwner() {
        String database = TestDatabase.create();

        doesNotStart(
                database,
                TestDatabase.owner(database),
                "SPRING_DATASOURCE_USERNAME is a login that may change the history.");
    }

    @Test
    @Tag("long")
    @Covers("OPS-10")
    void thePortalStartsOnlyWithALoginThatHasItsRoleAndNoOther() {
        String database = TestDatabase.create();
        TestDatabase.client(TestDatabase.superuser(database))
                .sql("create role nobody_special login password 'le-mot-de-personne'")
                .update();

        doesNotStart(
                database,
                TestDatabase.superuser(database),
                "SPRING_DATASOURCE_USERNAME is a login that may change the history.");
        doesNotStart(
                database,
                new Login(database, "nobody_special", "le-mot-de-personne"),
                "SPRING_DATASOURCE_USERNAME is a login without the role releve_portal");
    }

    private static void onlyTheFirstAdministratorIsInvited(JdbcClient data) {
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
    }

    private static void doesNotStart(String database, Login login, String reason) {
        assertThatThrownBy(() -> start(database, login, List.of(), started -> {}))
                .hasRootCauseInstanceOf(InvalidSettingException.class)
                .rootCause()
                .hasMessageStartingWith(reason);
    }

    private static void start(String database, List<String> arguments, Consumer<JdbcClient> then) {
        start(
                database,
                TestDatabase.portal(database),
                arguments,
                started -> then.accept(started.getBean(JdbcClient.class)));
    }

    private static void start(
            String database, Login portal, List<String> arguments, Consumer<ConfigurableApplicationContext> then) {
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
            then.accept(started);
        }
    }

    private static int count(JdbcClient data, String table) {
        return data.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
