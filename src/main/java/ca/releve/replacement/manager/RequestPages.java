package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.history.History;
import ca.releve.replacement.PlannedShift;
import ca.releve.shared.DeletedMeanwhile;
import ca.releve.shared.NotFound;
import ca.releve.web.form.ReasonForm;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of a manager on one request. */
@Component
@EnableConfigurationProperties(LabourStandards.class)
public class RequestPages {

    private final RequestQueries requests;
    private final History history;
    private final LabourStandards standards;
    private final Clock clock;
    private final ZoneId zone;

    RequestPages(RequestQueries requests, History history, LabourStandards standards, Clock clock, ZoneId zone) {
        this.requests = requests;
        this.history = history;
        this.standards = standards;
        this.clock = clock;
        this.zone = zone;
    }

    /** Shows the whole request. */
    String show(UUID id, CurrentAccount me, Model page) {
        List<ShiftRow> shifts = fill(get(id, me), me, page);
        page.addAttribute("minutes", ShiftRow.paidMinutes(shifts));
        page.addAttribute(
                "withoutBreak", ahead(shifts).filter(standards::wantsBreak).toList());
        page.addAttribute("brief", ahead(shifts).filter(standards::isShort).toList());
        page.addAttribute("cancellable", shifts.stream().anyMatch(it -> it.isChangeable(now())));
        if (!page.containsAttribute("form")) {
            page.addAttribute("form", new ReasonForm());
        }
        page.addAttribute("history", history.ofRequest(id, me.scope()::sees));
        return "replacement/manager/request";
    }

    /**
     * Puts on the page what every page on one request needs: the request, its shifts and the present time.
     *
     * @return the shifts in order, with the cancelled ones
     */
    public List<ShiftRow> fill(RequestPage request, CurrentAccount me, Model page) {
        List<ShiftRow> shifts = requests.shiftsOf(request.id(), me.scope());
        page.addAttribute("request", request);
        page.addAttribute("shifts", shifts);
        page.addAttribute("now", now());
        page.addAttribute("law", standards);
        return shifts;
    }

    /** @throws NotFound if there is no such request in the manager's scope */
    public RequestPage get(UUID id, CurrentAccount me) {
        return requests.find(id, me.scope()).orElseThrow(NotFound::new);
    }

    /**
     * The request that a form changes.
     *
     * @throws DeletedMeanwhile if it was a draft of the client that somebody deleted
     * @throws NotFound if there is no such request in the manager's scope
     */
    public RequestPage getToChange(UUID id, CurrentAccount me) {
        return requests.find(id, me.scope())
                .orElseThrow(() -> requests.wasDeleted(id, me.scope())
                        ? new DeletedMeanwhile("request.deleted-meanwhile", RequestController.LIST)
                        : new NotFound());
    }

    public Instant now() {
        return clock.instant();
    }

    /** The zone of the times that people type. */
    public ZoneId zone() {
        return zone;
    }

    public LabourStandards law() {
        return standards;
    }

    private static Stream<PlannedShift> ahead(List<ShiftRow> shifts) {
        return shifts.stream().filter(it -> it.status().isAhead()).map(ShiftRow::planned);
    }
}
