package ca.releve.timesheet.desk;

import ca.releve.client.NamedClient;
import ca.releve.client.NamedClients;
import ca.releve.history.History;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursChoices;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.HoursRowsForStaff;
import ca.releve.web.access.ForStaff;
import ca.releve.web.list.FilterErrors;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListPosition;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The hours of all clients, for the staff of the service: first what is to be filled in. */
@Controller
@ForStaff
@RequestMapping(AdminHoursController.LIST)
class AdminHoursController {

    static final String LIST = "/admin/heures";

    private final AdminHoursRows list;
    private final HoursRowsForStaff rows;
    private final History history;
    private final HoursChoices choices;
    private final NamedClients clients;

    AdminHoursController(
            AdminHoursRows list, HoursRowsForStaff rows, History history, HoursChoices choices, NamedClients clients) {
        this.list = list;
        this.rows = rows;
        this.history = history;
        this.choices = choices;
        this.clients = clients;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") HoursFilter filter,
            BindingResult bound,
            ListPosition position,
            Locale locale,
            Model page) {
        BindingResult errors = FilterErrors.of(filter, bound, page);
        NamedClient client = clients.find(filter.client());
        client.check(errors);
        page.addAttribute("client", client);
        page.addAttribute("statuses", choices.statuses(locale));
        if (!errors.hasErrors()) {
            KeysetPage<HoursRow> found = list.list(filter, client.id(), position);
            page.addAttribute("list", found);
            page.addAttribute("focus", page.containsAttribute(HandledEntry.ATTRIBUTE) ? next(found) : null);
        }
        return "timesheet/desk/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model page) {
        page.addAttribute("line", rows.find(id));
        page.addAttribute("adjustments", rows.adjustments(id));
        page.addAttribute("entries", history.ofSubject(id));
        return "timesheet/desk/line";
    }

    /** The id of the first row to fill in; null if there is none. */
    private static UUID next(KeysetPage<HoursRow> found) {
        return found.rows().stream()
                .filter(HoursRow::isFillable)
                .findFirst()
                .map(HoursRow::id)
                .orElse(null);
    }
}
