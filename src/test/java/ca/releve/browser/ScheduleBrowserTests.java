package ca.releve.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class ScheduleBrowserTests {

    @Autowired
    World world;

    @Test
    void withScriptTheDaysAreUpdatedWhileTheUserTypes() {
        SomeClient client = world.client();
        ReplacementRequest request = world.request(client);
        try (Person manager = Person.onAPhone(world).signIn(client.account())) {
            manager.open("/remplacements/" + request.id() + "/horaire");
            Page page = manager.page();
            type(page, "#startDate", "2030-06-20");
            type(page, "#endDate", "2030-06-27");
            type(page, "#startTime", "8h30");
            assertThat(page.locator("#apercu")).containsText("Inscrivez l’heure de fin");
            type(page, "#endTime", "16 h 30");
            assertThat(page.locator("#apercu .day")).hasCount(6);
            assertThat(page.locator(".days-total")).containsText("5");

            page.locator("#days-2030-06-24").check();
            assertThat(page.locator(".days-total")).containsText("6");
            assertThat(page.locator("#days-2030-06-24")).isFocused();
            type(page, "#unpaidBreak", "30");
            assertThat(page.locator(".days-total")).containsText("45,00");
            assertThat(page.locator("#days-2030-06-24")).isChecked();
            manager.findsItAccessible();

            manager.press("OK").reads("Demande envoyée").findsItAccessible();
        }
    }

    @Test
    void aDateAndATimeThatArePickedAreTypedIntoTheirFields() {
        SomeClient client = world.client();
        ReplacementRequest request = world.request(client);
        try (Person manager = Person.onAPhone(world).signIn(client.account())) {
            manager.open("/remplacements/" + request.id() + "/horaire");
            Page page = manager.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choisir la date : Date de début"))
                    .click();
            pick(page, "#startDate", "2030-06-20");
            pick(page, "#endDate", "2030-06-21");
            pick(page, "#startTime", "08:30");
            pick(page, "#endTime", "16:30");

            assertThat(page.locator("#startDate")).hasValue("2030-06-20");
            assertThat(page.locator("#apercu .day")).hasCount(2);
            type(page, "#endDate", "20 juin 2030");
            assertThat(page.locator("#apercu .day")).hasCount(1);
            manager.findsItAccessibleAtEveryWidth();
            manager.press("OK").reads("Demande envoyée");
        }
    }

    /** The picker of the browser is no part of the page: sets its value as the browser does. */
    private static void pick(Page page, String field, String value) {
        page.locator(field + " + .pick-native")
                .evaluate(
                        "(native, value) => { native.value = value; native.dispatchEvent(new Event('change', { bubbles: true })); }",
                        value);
    }

    private static void type(Page page, String field, String text) {
        Locator input = page.locator(field);
        input.fill(text);
        input.blur();
    }
}
