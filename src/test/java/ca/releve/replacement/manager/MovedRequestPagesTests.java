package ca.releve.replacement.manager;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request was moved from another installation to the one that a limited manager sees. */
@PortalTest
@Covers({"ACC-01", "ACC-04"})
class MovedRequestPagesTests {

    private static final String ELSEWHERE = "Pavillon Xérès";

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Account limited;
    private ReplacementRequest request;

    @BeforeEach
    void moveARequest() {
        client = world.client();
        limited = world.limitedManager(client);
        Facility elsewhere = world.facility(client.client(), ELSEWHERE);
        request = world.draft(client, elsewhere);
        request.schedule(List.of(world.shift(Duration.ofDays(2), 8)), world.actor(client.account()), clock);
        world.save(request);
        Visitor manager = world.signedIn(client.account());
        manager.get(page() + "/modification");
        manager.press("Enregistrer", Map.of("facilityId", client.facility().id()));
        assertThat(manager.page().status()).isEqualTo(303);
    }

    @Test
    void theHistoryNamesTheOtherInstallationOnlyToThoseWhoSeeIt() {
        String before = "Installation : « " + ELSEWHERE + " » devient « "
                + client.facility().name() + " ».";
        String hidden = "Installation : « une autre installation » devient « "
                + client.facility().name() + " ».";

        assertThat(world.signedIn(client.account()).get(page()).text()).contains(before);
        assertThat(world.signedIn(world.dispatcher())
                        .get("/admin/demandes/" + request.id())
                        .text())
                .contains(before);
        Visitor visitor = world.signedIn(limited);
        assertThat(visitor.get(page()).text()).contains(hidden);
        assertThat(visitor.page().body()).doesNotContain("Xérès");
        assertThat(visitor.get(page() + "?langue=en").text()).contains("another facility");
    }

    @Test
    void theOtherInstallationIsNoWordOfTheRequestAnyMore() {
        Visitor visitor = world.signedIn(limited);

        assertThat(visitor.get("/remplacements?texte=parc").html().select("tbody tr"))
                .hasSize(1);
        assertThat(visitor.get("/remplacements?texte=xeres").html().select("tbody tr"))
                .isEmpty();
    }

    @Test
    void noMailOfTheRequestNamesTheOtherInstallation() {
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(client.account().id())
                .update();
        Visitor dispatcher = world.signedIn(world.dispatcher());
        dispatcher.get("/admin/demandes/" + request.id() + "/precision");
        dispatcher.press("Envoyer la question", Map.of("reason", "Quelle porte?"));

        SomeMail mail = world.mailTo(limited.email());
        assertThat(mail.text()).contains(client.facility().name()).doesNotContain("Xérès");
    }

    private String page() {
        return "/remplacements/" + request.id();
    }
}
