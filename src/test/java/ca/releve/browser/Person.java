package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Secrets;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A user of a real browser; closing it checks for violations of the CSP and requests to other origins. */
final class Person implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 844;

    private final World world;
    private final BrowserContext browser;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private final boolean script;

    private Person(World world, int width, boolean script) {
        this.world = world;
        this.origin = world.origin();
        this.script = script;
        this.browser = Browsers.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(origin)
                        .setViewportSize(width, HEIGHT)
                        .setLocale("fr-CA")
                        .setExtraHTTPHeaders(Map.of("X-Forwarded-For", Visitor.anAddress()))
                        .setJavaScriptEnabled(script));
        this.page = browser.newPage();
        page.onConsoleMessage(message -> {
            boolean aboutAnswers = message.text().startsWith("Failed to load resource");
            // Leaving a page aborts the pending requests of htmx.
            boolean aboutLeaving = message.text().startsWith("htmx:");
            if (message.type().equals("error") && !aboutAnswers && !aboutLeaving) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
                complaints.add("Called elsewhere: " + request.url());
            }
        });
    }

    static Person onALaptop(World world) {
        return new Person(world, WIDE, true);
    }

    static Person onAPhone(World world) {
        return new Person(world, 390, true);
    }

    static Person onANarrowPhone(World world) {
        return new Person(world, NARROW, true);
    }

    static Person withoutScript(World world) {
        return new Person(world, 390, false);
    }

    /** Uses the minted session of a visitor; {@link #signIn(String, String)} signs in on the page. */
    Person signIn(Account account) {
        String session = world.signedIn(account).cookie("__Host-SESSION").orElseThrow();
        browser.addCookies(List.of(new Cookie("__Host-SESSION", session)
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)));
        return open("/");
    }

    Person signIn(String email, String password) {
        return open("/connexion")
                .fill("Courriel", email)
                .fill("Mot de passe", password)
                .press("Se connecter");
    }

    Person open(String path) {
        page.navigate(path.startsWith("http") ? path : origin + path);
        return this;
    }

    Person fill(String label, String text) {
        Secrets.typed(label, text);
        page.getByLabel(label(label)).fill(text);
        return this;
    }

    /** Selects an option of a list by its text. */
    Person choose(String label, String words) {
        Locator list = page.getByLabel(label(label));
        String value = list.locator("option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("value");
        list.selectOption(value);
        return this;
    }

    /** Checks a radio button or a checkbox by its label. */
    Person tick(String words) {
        page.getByText(words, new Page.GetByTextOptions().setExact(true))
                .first()
                .click(promptly());
        return this;
    }

    Person press(String words) {
        return act(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(exactly(words)))
                .first());
    }

    Person follow(String words) {
        return act(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(exactly(words)))
                .first());
    }

    /** Follows the first link whose accessible name begins with this text; the rest names the row. */
    Person followFirst(String words) {
        return act(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(beginning(words)))
                .first());
    }

    Person pressFirst(String words) {
        return act(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning(words)))
                .first());
    }

    /** Follows a link of the main navigation, with or without a count. */
    Person followInNavigation(String words) {
        return act(page.locator("header nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(beginning(words))));
    }

    /** Checks the choice whose label contains this text. */
    Person tickNearby(String words) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click(promptly());
        return this;
    }

    /** Waits for this text, since a button loads another page or changes this one asynchronously. */
    Person reads(String words) {
        try {
            page.waitForCondition(() -> text().contains(words));
        } catch (TimeoutError never) {
            assertThat(text()).as(page.url()).contains(words);
        }
        return this;
    }

    Person doesNotRead(String words) {
        assertThat(text()).as(page.url()).doesNotContain(words);
        return this;
    }

    /**
     * Checks that the page is accessible (A11Y-01) and does not scroll horizontally (A11Y-12). The checks are scripts, so they
     * are skipped in a browser without script.
     */
    Person findsItAccessible() {
        if (!script) {
            return this;
        }
        // No page has frames; the legacy mode does not open a blank window for each check.
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true).options(violationsOnly()).withTags(WCAG).analyze().getViolations().stream()
                                .map(it -> it.getId() + ": "
                                        + it.getNodes().stream()
                                                .map(node -> String.valueOf(node.getTarget()))
                                                .toList())
                                .toList())
                .as(page.url())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("sideways scroll of %s", page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** Checks a page at the width of the narrowest phone and of a laptop; widths between have the layout of one of them. */
    Person findsItAccessibleAtEveryWidth() {
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, HEIGHT);
            findsItAccessible();
        }
        return this;
    }

    /** Leaves out the elements that passed: finding a selector for each takes longer than the rules. */
    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    String path() {
        return page.url().substring(origin.length());
    }

    Page page() {
        return page;
    }

    String text() {
        return page.locator("main").innerText().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** Presses a button or follows a link; without script by the keyboard, since another element may cover it. */
    private Person act(Locator element) {
        if (script) {
            element.click();
        } else {
            element.press("Enter");
        }
        return this;
    }

    /** Without script Playwright cannot find out whether an element is still moving. */
    private Locator.ClickOptions promptly() {
        return new Locator.ClickOptions().setForce(!script);
    }

    /** A pattern for exactly this text, with any kind of space. */
    private static Pattern exactly(String words) {
        return Pattern.compile("^\\s*" + spelled(words) + "\\s*$");
    }

    private static Pattern beginning(String words) {
        return Pattern.compile("^\\s*" + spelled(words));
    }

    private static Pattern label(String words) {
        return Pattern.compile("^\\s*" + spelled(words) + "(\\s*\\((facultatif|optional)\\))?\\s*$");
    }

    private static String spelled(String words) {
        return words.replaceAll("[\\\\.*+?^${}()|\\[\\]]", "\\\\$0").replaceAll("\\s+", "\\\\s+");
    }

    @Override
    public void close() {
        browser.cookies().forEach(cookie -> Secrets.cookie(cookie.name, cookie.value));
        browser.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
