package ca.releve.replacement.holiday;

import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class AdminHolidayPagesTests {

    private static final String SETTING = "/admin/reglages/feries";

    @Autowired
    World world;

    private Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = world.signedIn(world.administrator());
    }

    @AfterEach
    void chooseGoodFridayAgain() {
        choose("GOOD_FRIDAY");
    }

    @Test
    void theServiceChoosesGoodFridayOrEasterMondayAndTheScheduleSaysWhich() {
        SomeClient client = world.client();
        ReplacementRequest draft = world.request(client);
        Visitor manager = world.signedIn(client.account());
        choose("GOOD_FRIDAY");

        Page friday = easterOf(manager, draft);
        assertThat(friday.text())
                .contains("Congé de Pâques : le service donne le Vendredi saint.", "Vendredi saint, jour férié")
                .doesNotContain("Lundi de Pâques, jour férié");
        assertThat(ticked(friday)).doesNotContain("2030-04-19").contains("2030-04-22");

        administrator.get("/admin/reglages");
        administrator.click("Jours fériés");
        administrator.press("Enregistrer", Map.of("easter", "EASTER_MONDAY"));
        assertThat(administrator.follow().text()).contains("Le congé de Pâques est enregistré.");
        assertThat(administrator.get(SETTING).text()).contains("Le congé de Pâques est le lundi de Pâques.");

        Page monday = easterOf(manager, draft);
        assertThat(monday.text())
                .contains("Congé de Pâques : le service donne le lundi de Pâques.", "Lundi de Pâques, jour férié");
        assertThat(ticked(monday)).contains("2030-04-19").doesNotContain("2030-04-22");
    }

    @Test
    void aScheduleAwayFromEasterSaysNothingAboutIt() {
        SomeClient client = world.client();
        ReplacementRequest draft = world.request(client);

        assertThat(preview(world.signedIn(client.account()), draft, "2030-04-23", "2030-04-26")
                        .text())
                .doesNotContain("Congé de Pâques");
    }

    @Test
    void oneOfTheTwoDaysMustBeChosen() {
        administrator.get(SETTING);

        Page refused = administrator.press("Enregistrer", Map.of("easter", ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly("Choisissez l’un des deux jours");
    }

    @Test
    void theSlowerOfTwoAdministratorsSeesTheOtherChoice() {
        Page shown = administrator.get(SETTING);
        choose("EASTER_MONDAY");

        Page stale = administrator.press(shown, "Enregistrer", Map.of("easter", "GOOD_FRIDAY"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("Quelqu’un d’autre a changé ce réglage entre-temps : Le lundi de Pâques");
    }

    private void choose(String easter) {
        administrator.get(SETTING);
        administrator.press("Enregistrer", Map.of("easter", easter));
    }

    private static Page easterOf(Visitor manager, ReplacementRequest draft) {
        return preview(manager, draft, "2030-04-18", "2030-04-23");
    }

    private static Page preview(Visitor manager, ReplacementRequest draft, String from, String to) {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", Map.of("startDate", from, "endDate", to, "startTime", "8:30", "endTime", "16:30"));
        return manager.follow();
    }

    private static List<String> ticked(Page page) {
        return page.html().select("[name=days][checked]").eachAttr("value");
    }
}
