package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.history.History;
import ca.releve.replacement.PlannedShift;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages on one request show of it to its manager. */
@Component
@EnableConfigurationProperties(LabourStandards.class)
public class RequestPage {

    private final RequestSheets sheets;
    private final History history;
    private final LabourStandards standards;
    private final Clock clock;
    private final ZoneId zone;

    RequestPage(
            RequestSheets sheets,
            History history,
            LabourStandards standards,
            Clock clock,
            @Value("${releve.zone}") ZoneId zone) {
        this.sheets = sheets;
        this.history = history;
        this.standards = standards;
        this.clock = clock;
        this.zone = zone;
    }

    /** The whole request on one page, to check again. */
    String show(UUID id, CurrentAccount me, Model page) {
        List<ShiftRow> shifts = fill(sheet(id, me), me, page);
        page.addAttribute("minutes", ShiftRow.paidMinutes(shifts));
        page.addAttribute(
                "withoutBreak", alive(shifts).filter(standards::wantsBreak).toList());
        page.addAttribute("brief", alive(shifts).filter(standards::isShort).toList());
        page.addAttribute("cancellable", shifts.stream().anyMatch(it -> it.isChangeable(now())));
        if (!page.containsAttribute("form")) {
            page.addAttribute("form", new AnswerForm());
        }
        page.addAttribute("history", history.ofRequest(id));
        return "replacement/request";
    }

    /**
     * Puts on the page what every page on one request needs: the request, its shifts, and this moment.
     *
     * @return the shifts, in order, also those that are cancelled
     */
    public List<ShiftRow> fill(RequestSheet request, CurrentAccount me, Model page) {
        List<ShiftRow> shifts = sheets.shiftsOf(request.id(), me.scope());
        page.addAttribute("request", request);
        page.addAttribute("shifts", shifts);
        page.addAttribute("now", now());
        page.addAttribute("law", standards);
        return shifts;
    }

    /** @throws NotFound if there is none, or it is not hers to see */
    public RequestSheet sheet(UUID id, CurrentAccount me) {
        return sheets.get(id, me.scope());
    }

    /** This moment, by the portal's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The wall clock that people type their times on. */
    public ZoneId zone() {
        return zone;
    }

    private static Stream<PlannedShift> alive(List<ShiftRow> shifts) {
        return shifts.stream().filter(it -> it.status().isAhead()).map(ShiftRow::planned);
    }
}
