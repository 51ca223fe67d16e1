package ca.releve.replacement.list;

import ca.releve.client.FacilitiesForStaff;
import ca.releve.client.NamedClient;
import ca.releve.client.NamedClients;
import ca.releve.format.WallClock;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.notice.CallRows;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Choice;
import ca.releve.web.list.FilterErrors;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The staff's list of the requests of all clients: by default the work to do, the most urgent first. */
@Controller
@ForStaff
class AdminRequestListController {

    static final String LIST = "/admin/demandes";

    private static final String PAGE = "replacement/list/desk";

    private final RequestRows rows;
    private final CallRows calls;
    private final NamedClients clients;
    private final FacilitiesForStaff facilities;
    private final Clock clock;
    private final ZoneId zone;

    AdminRequestListController(
            RequestRows rows,
            CallRows calls,
            NamedClients clients,
            FacilitiesForStaff facilities,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.calls = calls;
        this.clients = clients;
        this.facilities = facilities;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(LIST)
    String list(
            @Valid @ModelAttribute("filter") RequestFilter filter,
            BindingResult bound,
            ListPosition position,
            Model page) {
        BindingResult errors = FilterErrors.of(filter, bound, page);
        filter.check(errors);
        NamedClient client = clients.find(filter.client());
        client.check(errors);
        page.addAttribute("today", WallClock.shown(clock.instant(), zone).toLocalDate());
        page.addAttribute("now", clock.instant());
        page.addAttribute("statuses", RequestStatus.values());
        page.addAttribute("openFirst", filter.isOnlyWork() || filter.hasPeriod());
        page.addAttribute("client", client);
        page.addAttribute("facilities", facilitiesOf(client.id()));
        if (!errors.hasErrors()) {
            KeysetPage<RequestRow> list = rows.ofStaff(filter, client.id(), position);
            page.addAttribute("list", list);
            if (!list.filtered() && list.previous() == null) {
                page.addAttribute("calls", calls.toMake());
            }
        }
        return PAGE;
    }

    /** The facilities to choose from once a client is chosen. */
    private List<Choice> facilitiesOf(UUID clientId) {
        return clientId == null
                ? List.of()
                : facilities.ofClient(clientId).stream()
                        .map(it -> Choice.of(it.id(), it.name()))
                        .toList();
    }
}
