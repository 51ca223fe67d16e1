package ca.releve.timesheet.approval;

import ca.releve.account.CurrentAccount;
import ca.releve.history.History;
import ca.releve.timesheet.AdjustmentRow;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursChoices;
import ca.releve.timesheet.HoursRow;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Choice;
import ca.releve.web.list.FilterErrors;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListPosition;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Approbation des heures »: the declared hours of the manager's installations, replacement by replacement. */
@Controller
@ForManagers
@RequestMapping(ApprovalController.LIST)
class ApprovalController {

    static final String LIST = "/approbation";

    private final ApprovalRows rows;
    private final History history;
    private final HoursChoices choices;

    ApprovalController(ApprovalRows rows, History history, HoursChoices choices) {
        this.rows = rows;
        this.history = history;
        this.choices = choices;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") ApprovalFilter filter,
            BindingResult errors,
            ListPosition position,
            CurrentAccount me,
            Locale locale,
            Model page) {
        FilterErrors.of(filter, errors, page);
        KeysetPage<HoursRow> list = rows.list(filter, position, me.scope());
        List<UUID> ids = list.rows().stream().map(HoursRow::id).toList();
        List<AdjustmentRow> adjustments = ids.isEmpty() ? List.of() : rows.adjustments(ids, me.scope());
        HandledEntry handled = (HandledEntry) page.getAttribute(HandledEntry.ATTRIBUTE);
        page.addAttribute("list", list);
        page.addAttribute("approval", ApprovalPage.of(list.rows(), adjustments, handled));
        page.addAttribute("statuses", choices.of(ApprovalFilter.Shown.values(), "entry.filter.", locale));
        page.addAttribute(
                "sizes",
                Stream.of(KeysetPage.SIZE, ApprovalFilter.MANY)
                        .map(it -> Choice.of(it, it.toString()))
                        .toList());
        page.addAttribute(
                "facilities",
                me.scope().facilities().stream()
                        .map(it -> Choice.of(it.id(), it.name()))
                        .toList());
        return "timesheet/approval/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, CurrentAccount me, Model page) {
        page.addAttribute("line", rows.find(id, me.scope()));
        page.addAttribute("adjustments", rows.adjustments(List.of(id), me.scope()));
        page.addAttribute("entries", history.ofSubject(id));
        return "timesheet/approval/line";
    }
}
