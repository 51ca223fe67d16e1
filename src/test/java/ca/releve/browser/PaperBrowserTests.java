package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.substitute.Substitute;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands on the paper of a printed list, read as the text of its PDF. */
@Tag("long")
@BrowserTest
class PaperBrowserTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    Clock clock;

    @Test
    void thePaperOfTheHoursOfAManagerSaysStatesApprovalClientFiltersDateAndPage() {
        SomeClient client = world.client();
        Worked worked = hours.submitted(client, 40);
        hours.approve(worked.id(0), world.actor(client.account()));

        List<String> paper = print(client.account(), "/approbation?statut=ALL&lignes=50");

        assertThat(paper).hasSizeGreaterThanOrEqualTo(3);
        assertThat(paper.get(0)).contains("Approbation des heures", "Toutes");
        isNumbered(paper);
        String all = String.join("\n", paper);
        assertThat(all.split("À approuver", -1)).as("one state a line").hasSizeGreaterThan(39);
        assertThat(all)
                .containsPattern("Approuvée " + client.account().name() + ", \\d{4}-\\d\\d-\\d\\d à \\d\\d:\\d\\d");
        assertThat(all)
                .contains("Imprimé le " + today() + " par " + client.account().name() + ", "
                        + client.client().name());
    }

    @Test
    void thePaperOfTheHoursOfTheServiceSaysTheClientAndWhoApproved() {
        SomeClient client = world.client();
        Worked worked = hours.submitted(client, 3);
        hours.approve(worked.id(0), world.actor(client.account()));

        List<String> paper = print(
                world.dispatcher(),
                "/admin/heures?semaine=2026-03-02&client=" + client.client().id());

        String all = String.join("\n", paper);
        assertThat(all).contains(client.client().name(), "2026-03-02", "À approuver");
        assertThat(all)
                .containsPattern("Approuvée " + client.account().name() + ", \\d{4}-\\d\\d-\\d\\d à \\d\\d:\\d\\d");
        assertThat(all).contains("Imprimé le " + today());
        isNumbered(paper);
    }

    @Test
    void thePaperOfTheRequestsSaysTheirStatesAndTheFilters() {
        SomeClient client = world.client();
        Substitute amelie = world.substitute();
        world.confirmed(client, amelie, world.shift(Duration.ofDays(2), 8));
        world.sentRequest(client, world.shift(Duration.ofDays(3), 8));

        List<String> paper = print(client.account(), "/remplacements?du=" + today());

        assertThat(String.join("\n", paper))
                .contains("Liste des remplacements", "Comblée", "Soumise", amelie.name(), today())
                .contains("Imprimé le " + today() + " par " + client.account().name());
        isNumbered(paper);
        assertThat(print(client.account(), "/remplacements?langue=en").get(0)).contains("page 1 of ");
        assertThat(print(client.account(), "/remplacements/semaine").get(0)).contains("page 1 de 1");
        assertThat(print(client.account(), "/remplacements/semaine?langue=en").get(0))
                .contains("page 1 of 1");
    }

    /** « page 2 de 3 » on each page. */
    private static void isNumbered(List<String> paper) {
        for (int page = 1; page <= paper.size(); page++) {
            assertThat(paper.get(page - 1)).contains("page " + page + " de " + paper.size());
        }
    }

    private String today() {
        return clock.instant()
                .atZone(ZoneId.of("America/Toronto"))
                .toLocalDate()
                .toString();
    }

    /** @return the text of each page */
    private List<String> print(Account account, String path) {
        try (Person reader = Person.onALaptop(world).signIn(account)) {
            reader.open(path);
            return read(reader.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
        }
    }

    private static List<String> read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\u00a0\u202f]+", " "));
            }
            return pages;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
