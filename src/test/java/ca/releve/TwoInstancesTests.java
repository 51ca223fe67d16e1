package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the portal on one database: a session that is ended on one is ended on the other at once (WEB-02). */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Covers({"WEB-02"})
class TwoInstancesTests {

    @Autowired
    World world;

    private ConfigurableApplicationContext other;
    private int elsewhere;

    @BeforeAll
    void startAnotherInstance() {
        Login portal = TestDatabase.portal(TestDatabase.details().getJdbcUrl());
        Login owner = TestDatabase.owner(portal.url());
        other = SpringApplication.run(
                ReleveApplication.class,
                "--server.port=0",
                "--spring.main.lazy-initialization=true",
                "--db-scheduler.polling-interval=1h",
                "--db-scheduler.immediate-execution-enabled=false",
                "--db-scheduler.delay-startup-until-context-ready=true",
                "--spring.datasource.url=" + portal.url(),
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.port=1");
        elsewhere = ((ServletWebServerApplicationContext) other).getWebServer().getPort();
    }

    @AfterAll
    void stopTheOtherInstance() {
        other.close();
    }

    @Test
    void anAccountDisabledOnOneInstanceIsRefusedOnTheOtherAtTheNextRequest() {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        assertThat(manager.on(elsewhere).get("/remplacements").status()).isEqualTo(200);
        Visitor staff = world.signedIn(world.administrator()).on(elsewhere);

        staff.get("/admin/clients/" + client.client().id() + "/gestionnaires/"
                + client.manager().id() + "/desactivation");
        staff.press("Désactiver");

        assertThat(staff.page().status()).isEqualTo(303);
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
        assertThat(manager.on(elsewhere).get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    void aUserWhoSignsOutOnOneInstanceIsSignedOutOnTheOther() {
        Visitor manager = world.signedIn(world.client().account());
        manager.get("/remplacements");
        String secret = manager.cookie("__Host-SESSION").orElseThrow();

        manager.press("Se déconnecter");

        Visitor thief = world.stranger().with("Cookie", "__Host-SESSION=" + secret);
        assertThat(thief.get("/remplacements").location()).hasValue("/connexion");
        assertThat(thief.on(elsewhere).get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    void allSessionsEndedOnOneInstanceAreEndedOnTheOther() {
        SomeClient client = world.client();
        Visitor phone = world.signedIn(client.account());
        phone.get("/remplacements");
        Visitor laptop = world.signedIn(client.account()).on(elsewhere);
        laptop.get("/mon-compte/sessions");

        laptop.press("Mettre fin à toutes mes sessions");

        assertThat(laptop.get("/remplacements").location()).hasValue("/connexion");
        assertThat(phone.get("/remplacements").location()).hasValue("/connexion");
    }
}
