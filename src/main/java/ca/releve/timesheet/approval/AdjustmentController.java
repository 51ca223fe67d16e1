package ca.releve.timesheet.approval;

import ca.releve.account.CurrentAccount;
import ca.releve.format.Formats;
import ca.releve.shared.StaleVersion;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursChoices;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.TimeEntry;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Choice;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Modifier » the hours of a time entry: an adjustment, the meal, and a note that says why. */
@Controller
@ForManagers
@RequestMapping("/approbation/{id}/modification")
class AdjustmentController {

    private final ApprovalRows rows;
    private final ApprovalService service;
    private final HoursChoices choices;
    private final ZoneId zone;

    AdjustmentController(ApprovalRows rows, ApprovalService service, HoursChoices choices, ZoneId zone) {
        this.rows = rows;
        this.service = service;
        this.choices = choices;
        this.zone = zone;
    }

    @ModelAttribute("meals")
    List<Choice> meals(Locale locale) {
        return choices.meals(locale);
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        HoursRow line = rows.find(id, me.scope());
        if (!line.isWaiting()) {
            return "redirect:/approbation/" + id;
        }
        page.addAttribute("form", AdjustmentForm.of(line));
        return show(line, me, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AdjustmentForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Locale locale,
            Model page) {
        HoursRow line = rows.find(id, me.scope());
        Formats formats = new Formats(locale, zone);
        // Another version was changed meanwhile, maybe by this same form: then the stored state decides.
        if (line.isWaiting() && line.version() == press.version()) {
            form.check(line, errors, formats);
        }
        if (errors.hasErrors()) {
            return show(line, me, page);
        }
        return press.onceOrWhenStale(
                () -> {
                    TimeEntry entry = service.adjust(new EntryVersion(id, press.version()), form, me);
                    HandledEntry.tellOnly(
                            press,
                            form.isApproval() ? "entry.notice.adjusted-and-approved" : "entry.notice.adjusted",
                            line.substitute().name(),
                            entry,
                            formats);
                    return ApprovalController.LIST;
                },
                () -> {
                    HoursRow now = rows.find(id, me.scope());
                    if (!now.isWaiting()) {
                        throw new StaleVersion();
                    }
                    return show(now, me, page);
                });
    }

    private String show(HoursRow line, CurrentAccount me, Model page) {
        page.addAttribute("line", line);
        page.addAttribute("adjustments", rows.adjustments(List.of(line.id()), me.scope()));
        return "timesheet/approval/adjust";
    }
}
