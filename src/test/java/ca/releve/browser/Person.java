package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Secrets;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
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

/** Somebody in front of a real browser; closing it checks that no page broke the CSP or called elsewhere. */
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
            // Leaving a page ends what htmx was asking for meanwhile.
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

    /** Through the sign-in page; staff take over the session of a visitor, since a browser has no passkey of theirs. */
    Person signIn(Account account) {
        if (account.staffMemberId() == null) {
            return signIn(account.email(), World.PASSWORD);
        }
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

    /** Chooses an answer of a list by its words. */
    Person choose(String label, String words) {
        Locator list = page.getByLabel(label(label));
        String value = list.locator("option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("value");
        list.selectOption(value);
        return this;
    }

    /** Ticks a radio button or a box by the words beside it. */
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

    /** Follows the first of several links whose names begin with these words: the row is named after them. */
    Person followFirst(String words) {
        return act(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(beginning(words)))
                .first());
    }

    Person pressFirst(String words) {
        return act(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning(words)))
                .first());
    }

    /** Follows a link of the main navigation, whatever count stands beside its words. */
    Person followInNavigation(String words) {
        return act(page.locator("header nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(beginning(words))));
    }

    /** Ticks the choice in whose label these words stand among others. */
    Person tickNearby(String words) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click(promptly());
        return this;
    }

    /** Waits for these words: a pressed button leads to another page, or changes this one, in its own time. */
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
     * Finds nothing that keeps somebody from using this page (A11Y-01), and nothing to scroll sideways (A11Y-12). The checks
     * are scripts themselves: a browser without any goes on.
     */
    Person findsItAccessible() {
        if (!script) {
            return this;
        }
        // No page of the portal frames another: « legacy » spares a blank window of the browser for each look.
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
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

    /** The same of one page on the narrowest phone and on a laptop; what lies between is laid out as one of them. */
    Person findsItAccessibleAtEveryWidth() {
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, HEIGHT);
            findsItAccessible();
        }
        return this;
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

    /** Presses a button or follows a link; without script by the keyboard, which nothing that floats on the page can catch. */
    private Person act(Locator element) {
        if (script) {
            element.click();
        } else {
            element.press("Enter");
        }
        return this;
    }

    /** A browser without script cannot tell Playwright whether an element still moves. */
    private Locator.ClickOptions promptly() {
        return new Locator.ClickOptions().setForce(!script);
    }

    /** These words and no others, whatever kind of space stands between them. */
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
