package ca.releve.fault;

import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;

/** Creates a request and sends its schedule, by the forms of the portal. */
final class Manager {

    /** How a request gets its answer. */
    interface Asking {

        Page until(int status, Supplier<Page> request);
    }

    private static final String START = "08:30";
    private static final String END = "16:30";

    private final Visitor visitor;
    private final Asking ask;
    private String request;
    private int done;

    Manager(Visitor visitor, Asking ask) {
        this.visitor = visitor;
        this.ask = ask;
    }

    /** @return the notes of the new request, which no other has */
    String createDraft() {
        Page form = ask.until(200, () -> visitor.get("/remplacements/nouveau"));
        String notes = "Besoin " + UUID.randomUUID();
        Map<String, String> need = new HashMap<>(Map.of("qualified", "true", "notes", notes));
        for (Element choice : form.html().select("main form select")) {
            need.put(
                    choice.attr("name"),
                    choice.select("option[value]:not([value=''])").last().val());
        }
        request = press(form, "Enregistrer", need);
        return notes;
    }

    /** Defines the schedule of the last draft, which sends the request. */
    void sendSchedule() {
        Page page = ask.until(200, () -> visitor.get(request));
        String address = page.html().select("a[href]").stream()
                .filter(link -> link.text().replace('\u00a0', ' ').equals("Définir l’horaire"))
                .map(link -> link.attr("href"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No schedule can be defined on " + page));
        Page form = ask.until(200, () -> visitor.get(address));
        String day = aDay().toString();
        String next = press(
                form,
                "OK",
                Map.of("startDate", day, "endDate", day, "startTime", START, "endTime", END, "unpaidBreak", "30"));
        ask.until(200, () -> visitor.get(next));
    }

    /** @return the path that the answer redirects to */
    String press(Page form, String button, Map<String, String> fields) {
        return ask.until(303, () -> visitor.press(form, button, fields))
                .location()
                .orElseThrow();
    }

    /** In the month without a legal holiday. */
    private LocalDate aDay() {
        LocalDate today = LocalDate.now();
        LocalDate first = today.withDayOfYear(1).plusMonths(1);
        return (first.isAfter(today) ? first : first.plusYears(1)).plusDays(done++ % 28);
    }
}
