package ca.releve.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class OneScreenBrowserTests {

    /** A list takes two taps: one opens it, one chooses. */
    private static final int TAPS_OF_A_LIST = 2;

    @Autowired
    World world;

    private int taps;

    @Test
    void aRequestForTomorrowTakesAtMostEightTapsOnAPhone() {
        SomeClient client = world.client();
        world.ageGroup();
        world.sentRequest(client, world.shift(Duration.ofDays(3), 8));
        try (Person manager = Person.onAPhone(world).signIn(client.account())) {
            Page page = manager.page();
            tap(page.locator("header nav a[href$=nouveau]"));
            tap(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Comme la dernière fois")));
            choose(page.locator("#ageGroupId"), "4 ans");
            tap(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Demain")));
            assertThat(page.locator("#apercu .day")).hasCount(1);
            assertThat(page.locator("#ageGroupId option:checked")).hasText("4 ans");
            assertThat(page.locator("#apercu")).containsText("8,00");
            manager.findsItAccessible();

            tap(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer la demande")));

            manager.reads("Demande envoyée").reads("4 ans").findsItAccessible();
            assertThat(taps).isLessThanOrEqualTo(8);
        }
    }

    private void tap(Locator element) {
        element.click();
        taps++;
    }

    private void choose(Locator list, String words) {
        list.selectOption(new SelectOption().setLabel(words));
        taps += TAPS_OF_A_LIST;
    }
}
