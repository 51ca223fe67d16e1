package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.BusyClients;
import ca.releve.testing.BusyClients.Busy;
import ca.releve.testing.Covers;
import ca.releve.testing.Crawl;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page of every shape in a real browser; closing it checks for violations of the CSP and requests to other origins. */
@BrowserTest
class WallsBrowserTests {

    @Autowired
    World world;

    @Autowired
    BusyClients busyClients;

    @Test
    @Tag("long")
    @Covers({"WEB-05", "WEB-09", "WEB-11", "PRIV-08"})
    void noPageViolatesTheCspOrCallsAnotherOrigin() {
        Busy busy = busyClients.make();
        looksAround(busy.client().account(), busy.manager());
        Account administrator = world.administrator();
        looksAround(administrator, world.signedIn(administrator));
    }

    @Test
    void pagesAreSetInTheFontOfThePortal() {
        try (Person person = Person.onALaptop(world)) {
            List<String> fonts = new ArrayList<>();
            person.page().onRequest(request -> {
                if (request.resourceType().equals("font")) {
                    fonts.add(request.url());
                }
            });
            person.open("/connexion");

            assertThat(person.page().evaluate("document.fonts.ready.then(() => document.fonts.check('1rem Inter'))"))
                    .isEqualTo(true);
            assertThat(fonts).singleElement().asString().contains("/css/inter-latin-");
        }
    }

    private void looksAround(Account account, Visitor sameOne) {
        List<String> paths =
                new ArrayList<>(Crawl.of(sameOne, List.of("/"), 1).pages().keySet());
        assertThat(paths).hasSizeGreaterThan(10);
        try (Person person = Person.onALaptop(world).signIn(account)) {
            List<String> broken = new ArrayList<>();
            person.page().exposeFunction("broken", what -> broken.add(String.valueOf(what[0])));
            person.page()
                    .addInitScript("document.addEventListener('securitypolicyviolation', e => window.broken("
                            + "location.pathname + ' ' + e.violatedDirective + ' ' + e.blockedURI))");
            for (String path : paths.subList(0, Math.min(35, paths.size()))) {
                person.open(path);
            }
            assertThat(broken).isEmpty();
            assertThat(person.page().context().cookies())
                    .allSatisfy(cookie -> assertThat(cookie.name).startsWith("__Host-"))
                    .extracting(cookie -> cookie.name)
                    .contains("__Host-SESSION");
        }
    }
}
