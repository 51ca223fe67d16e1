package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.catalog.JobFunction;
import ca.releve.testing.BusyClients;
import ca.releve.testing.BusyClients.Busy;
import ca.releve.testing.Covers;
import ca.releve.testing.Crawl;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page at the widths of phones, tablets and screens: nothing runs out of its card, the header stays on one row. */
@Tag("long")
@BrowserTest
class WidthsBrowserTests {

    /** 992 and 1,008 px: the width of a tablet on its side, with and without a scroll bar. */
    private static final int[] WIDTHS = {320, 390, 768, 992, 1008, 1024, 1280, 1440, 1920};

    /** Those at which a list changes its look. */
    private static final int[] FEW_WIDTHS = {320, 992, 1024, 1280};

    private static final int HEIGHT = 900;
    private static final List<String> LANGUAGES = List.of("fr", "en");

    @Autowired
    World world;

    @Autowired
    BusyClients busyClients;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theListsAndTheApprovalFitEveryWidth() throws Exception {
        Busy busy = busyClients.make();
        fit(busy.client().account(), List.of("/remplacements", "/approbation"), FEW_WIDTHS);
        fit(world.administrator(), List.of("/admin/demandes", "/admin/heures"), FEW_WIDTHS);
    }

    @Test
    void aListShowsTwelveRequestsInAWindowOfALaptop() {
        SomeClient client = world.client();
        for (int day = 0; day < 15; day++) {
            world.confirmed(client, world.substitute(), world.shift(Duration.ofMinutes(5 + 1440 * day), 4));
        }
        for (Map.Entry<Account, String> list : Map.of(
                        client.account(),
                        "/remplacements",
                        world.dispatcher(),
                        "/admin/demandes?statut=TOUS&client=" + client.client().id())
                .entrySet()) {
            try (Person person = Person.onALaptop(world).signIn(list.getKey())) {
                person.page().setViewportSize(1280, HEIGHT);
                person.open(list.getValue());
                assertThat((Integer) person.page()
                                .evaluate("[...document.querySelectorAll('tbody tr')]"
                                        + ".filter(it => it.getBoundingClientRect().bottom <= innerHeight).length"))
                        .as(list.getValue())
                        .isGreaterThanOrEqualTo(12);
            }
        }
    }

    @Test
    void aNameWithoutSpacesFitsAPhoneOnThePageOfItsDeactivation() throws Exception {
        SomeClient client = world.client();
        JobFunction function = world.save(new JobFunction("W".repeat(60), "M".repeat(60), 900));
        world.sentRequest(client, world.shift(Duration.ofDays(2), 8));
        jdbc.sql("update replacement_request set job_function_id = ? where client_id = ?")
                .params(function.id(), client.client().id())
                .update();
        try {
            fit(
                    world.administrator(),
                    List.of("/admin/listes/fonctions/" + function.id() + "/desactivation"),
                    FEW_WIDTHS);
        } finally {
            // Other tests see the lists of functions.
            jdbc.sql("update job_function set name_fr = 'Fonction ' || id, name_en = 'Function ' || id where id = ?")
                    .param(function.id())
                    .update();
        }
    }

    @Test
    @Covers("A11Y-12")
    void everyPageFitsEveryWidth() throws Exception {
        Busy busy = busyClients.make();
        Account administrator = world.administrator();
        fit(busy.client().account(), pages(busy.manager()), WIDTHS);
        fit(administrator, pages(world.signedIn(administrator)), WIDTHS);
        try (Person stranger = Person.onALaptop(world)) {
            assertThat(faults(stranger, List.of("/connexion", "/compte/creation", "/confidentialite"), WIDTHS))
                    .isEmpty();
        }
    }

    private static List<String> pages(Visitor visitor) {
        List<String> pages = Crawl.of(visitor, List.of("/"), 1).pages().entrySet().stream()
                .filter(it -> it.getValue().status() == 200)
                .map(it -> it.getKey())
                .toList();
        assertThat(pages).hasSizeGreaterThan(10);
        return pages;
    }

    private void fit(Account account, List<String> pages, int[] widths) throws Exception {
        try (Person person = Person.onALaptop(world).signIn(account)) {
            assertThat(faults(person, pages, widths)).isEmpty();
        }
    }

    private static List<String> faults(Person person, List<String> pages, int[] widths) throws Exception {
        String look = new ClassPathResource("browser/widths.js").getContentAsString(StandardCharsets.UTF_8);
        List<String> faults = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (String page : pages) {
                person.page().setViewportSize(widths[0], HEIGHT);
                person.open(page + (page.contains("?") ? "&" : "?") + "langue=" + language);
                // French words are longer: English is looked at where the look of a page changes.
                for (int width : language.equals("fr") ? widths : FEW_WIDTHS) {
                    person.page().setViewportSize(width, HEIGHT);
                    for (Object fault : (List<?>) person.page().evaluate(look)) {
                        faults.add(width + " px, " + language + ", " + page + ": " + fault);
                    }
                }
            }
        }
        return faults;
    }
}
