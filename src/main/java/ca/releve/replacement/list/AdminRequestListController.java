package ca.releve.replacement.list;

import ca.releve.client.Clients;
import ca.releve.client.FacilitiesForStaff;
import ca.releve.client.Facility;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.list.RequestLists.Slice;
import ca.releve.replacement.list.RequestLists.Turn;
import ca.releve.web.Choice;
import ca.releve.web.WallClock;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The répartitrice's list of all clients' requests: by itself her work, the most urgent first. */
@Controller
class AdminRequestListController {

    private static final String PATH = "/admin/demandes";
    private static final RequestOrder[] WORK = {RequestOrder.URGENCY, RequestOrder.CLIENT, RequestOrder.STATUS};
    private static final RequestOrder[] ALL = {RequestOrder.DATE, RequestOrder.CLIENT, RequestOrder.STATUS};

    private final RequestLists lists;
    private final Clients clients;
    private final FacilitiesForStaff facilities;
    private final Clock clock;
    private final ZoneId zone;

    AdminRequestListController(
            RequestLists lists,
            Clients clients,
            FacilitiesForStaff facilities,
            Clock clock,
            @Value("${releve.zone}") ZoneId zone) {
        this.lists = lists;
        this.clients = clients;
        this.facilities = facilities;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(PATH)
    String list(
            @Valid @ModelAttribute("filter") RequestFilter filter,
            BindingResult errors,
            @RequestParam(name = RequestListPage.ORDER, required = false) String order,
            @RequestParam(name = RequestListPage.DESCENDING, required = false) String descending,
            @RequestParam(name = "apres", required = false) String after,
            @RequestParam(name = "avant", required = false) String before,
            Locale locale,
            Model page) {
        filter.check(errors);
        page.addAttribute("today", WallClock.shown(clock.instant(), zone).toLocalDate());
        page.addAttribute("now", clock.instant());
        page.addAttribute("statuses", RequestStatus.values());
        page.addAttribute("clients", clients.choices());
        page.addAttribute("facilities", facilitiesOf(filter.getClient()));
        if (errors.hasErrors()) {
            return "replacement/admin/list";
        }
        RequestOrder[] orders = filter.onlyWork() ? WORK : ALL;
        Turn turn = RequestListPage.turn(RequestOrder.of(order, orders), descending, after, before);
        Slice slice = lists.ofStaff(filter, turn, locale);
        if (turn.place() != null && slice.isShort(turn)) {
            turn = new Turn(turn.order(), turn.descending(), null, false);
            slice = lists.ofStaff(filter, turn, locale);
        }
        page.addAttribute("list", RequestListPage.of(PATH, filter, turn, slice, orders));
        return "replacement/admin/list";
    }

    /** The installations to choose from once a client is chosen. */
    private List<Choice> facilitiesOf(UUID clientId) {
        return clientId == null
                ? List.of()
                : facilities.ofClient(clientId).stream()
                        .map((Facility it) -> Choice.of(it.id(), it.name()))
                        .toList();
    }
}
