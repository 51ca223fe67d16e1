package ca.releve.load.run;

import ca.releve.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;

/** The forms that managers send most: a new request with its schedule, and the approval of a week. */
final class Writes {

    /**
     * The most processor time of JVM and database for each work, in pages of the bare list. On the machine of the first
     * measurement, where such a page took 0.83 ms, they were 18 and 40 ms.
     */
    static final double MOST_FOR_CREATING = 22;

    static final double MOST_FOR_APPROVING = 48;

    private static final int WARM = 150;
    private static final int TIMES = 30;
    private static final int WEEKS_AGO = 600;
    private static final String SHIFT = "08:30";

    private final LoadServer server;
    private final Portal portal;
    private final Visitor manager;
    private int done;

    Writes(LoadServer server, Portal portal) {
        this.server = server;
        this.portal = portal;
        this.manager = portal.visitor(Role.MANAGER);
    }

    /** Six requests: form, draft, request page, schedule, sent schedule, confirmation. */
    WriteFigures create() throws Exception {
        return WriteFigures.of(
                "create a request and send its schedule", 6, WARM, TIMES, server, portal, this::createOne);
    }

    /** Three requests: the list, the form that approves all, the list that is left. */
    WriteFigures approve() throws Exception {
        addWeeks();
        done = 0;
        return WriteFigures.of("approve a week of 50 lines", 3, WARM, TIMES, server, portal, this::approveOne);
    }

    private void createOne() {
        manager.get("/remplacements/nouveau");
        Map<String, String> need = new HashMap<>(Map.of("qualified", "true", "notes", "Sonner à la porte verte."));
        for (Element choice : manager.page().html().select("main form select")) {
            need.put(
                    choice.attr("name"),
                    choice.select("option[value]:not([value=''])").last().val());
        }
        manager.press("Enregistrer", need);
        manager.follow();
        manager.click("Définir l’horaire");
        String day = inFebruary(done++).toString();
        manager.press(
                "OK",
                Map.of("startDate", day, "endDate", day, "startTime", SHIFT, "endTime", "16:30", "unpaidBreak", "30"));
        expect(manager.follow(), "Demande envoyée");
    }

    /** A day ahead in the month without a legal holiday. */
    private static LocalDate inFebruary(int number) {
        LocalDate today = LocalDate.now();
        LocalDate first = today.withDayOfYear(1).plusMonths(1);
        return (first.isAfter(today) ? first : first.plusYears(1)).plusDays(number % 28);
    }

    private void approveOne() {
        LocalDate monday = LocalDate.now()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS_AGO + done++);
        manager.get("/approbation?lignes=50&semaine=" + monday);
        String button = manager.page().html().select("main form button").stream()
                .map(Element::text)
                .map(text -> text.replace('\u00a0', ' '))
                .filter(text -> text.startsWith("Approuver les 50 "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No 50 lines in " + manager.page()));
        manager.press(button);
        expect(manager.follow(), "50 lignes approuvées");
    }

    private void addWeeks() throws IOException {
        String script = new ClassPathResource("load/weeks.sql").getContentAsString(StandardCharsets.UTF_8);
        server.client(portal.database())
                .sql(script)
                .param("client", portal.addresses().client())
                .param("weeks", WARM + TIMES)
                .update();
    }

    private static void expect(Visitor.Page page, String text) {
        if (!page.html().text().replace('\u00a0', ' ').contains(text)) {
            throw new IllegalStateException("Not « " + text + " » but " + page);
        }
    }
}
