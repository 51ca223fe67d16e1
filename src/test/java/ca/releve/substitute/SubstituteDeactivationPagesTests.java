package ca.releve.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SubstituteDeactivationPagesTests {

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Substitute substitute;
    private ReplacementRequest request;
    private Visitor dispatcher;
    private String address;

    @BeforeEach
    void book() {
        client = world.client();
        substitute = world.substitute();
        request = world.confirmed(
                client, substitute, world.shift(Duration.ofDays(3), 8), world.shift(Duration.ofDays(4), 8));
        dispatcher = world.signedIn(world.dispatcher());
        address = "/admin/remplacantes/" + substitute.id() + "/desactivation";
    }

    @Test
    void thePageListsWhatIsStillComingAndAsksForAChoiceForEach() {
        Page page = dispatcher.get(address);
        assertThat(page.text()).contains("Quarts à venir", client.client().name(), request.code());
        assertThat(page.html().select("select[name=choix]")).hasSize(2);

        dispatcher.press("Désactiver", Map.of("choix", List.of(release(0), ""), "reason", "Elle déménage."));

        assertThat(dispatcher.page().status()).isEqualTo(422);
        assertThat(dispatcher.page().problems())
                .containsExactly("Dites pour chaque quart à venir si elle est libérée ou si elle vient");
        assertThat(dispatcher.page().html().select("option[selected]").eachAttr("value"))
                .containsExactly(release(0));
        assertThat(dispatcher.page().html().select("textarea").text()).isEqualTo("Elle déménage.");
        assertThat(isActive()).isTrue();
    }

    @Test
    void aReleasedShiftIsToBeFilledAgainAndEverybodyIsToldAndAKeptOneStays() {
        dispatcher.get(address);
        dispatcher.press("Désactiver", Map.of("choix", List.of(release(0), keep(1)), "reason", "Elle déménage."));

        assertThat(dispatcher.follow().text()).contains("est désactivée");
        assertThat(isActive()).isFalse();
        assertThat(statuses()).containsExactly("OPEN", "CONFIRMED");
        assertThat(world.mailTo(substitute.email()).subject()).startsWith("Vous n’êtes plus attendue");
        clock.advance(Duration.ofMinutes(4));
        assertThat(world.mailTo(client.account().email()).subject()).startsWith("Remplaçante retirée");
    }

    @Test
    void aShiftThatIsAssignedInTheMeantimeIsNotSilentlyKept() {
        Page shown = dispatcher.get(address);
        world.confirmed(client, substitute, world.shift(Duration.ofDays(5), 8));

        dispatcher.press(shown, "Désactiver", Map.of("choix", List.of(release(0), keep(1))));

        assertThat(dispatcher.page().status()).isEqualTo(422);
        assertThat(dispatcher.page().html().select("select[name=choix]")).hasSize(3);
        assertThat(isActive()).isTrue();
        assertThat(statuses()).containsExactly("CONFIRMED", "CONFIRMED");
    }

    private String release(int shift) {
        return id(shift) + ":retirer";
    }

    private String keep(int shift) {
        return id(shift) + ":garder";
    }

    private Object id(int shift) {
        return request.shifts().stream().map(Shift::id).toList().get(shift);
    }

    private boolean isActive() {
        return jdbc.sql("select active from substitute where id = ?")
                .param(substitute.id())
                .query(Boolean.class)
                .single();
    }

    private List<String> statuses() {
        return jdbc.sql("select status from shift where request_id = ? order by starts_at")
                .param(request.id())
                .query(String.class)
                .list();
    }
}
