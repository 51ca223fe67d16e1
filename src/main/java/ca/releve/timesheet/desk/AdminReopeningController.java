package ca.releve.timesheet.desk;

import ca.releve.format.Formats;
import ca.releve.history.Actor;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.HoursRowsForStaff;
import ca.releve.timesheet.MailedNames;
import ca.releve.timesheet.TimeEntry;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import jakarta.validation.Valid;
import java.time.ZoneId;
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

/** « Rouvrir » an approved time entry: takes the approval back, and keeps the reason. */
@Controller
@ForStaff
@RequestMapping("/admin/heures/{id}/reouverture")
class AdminReopeningController {

    private final HoursRowsForStaff rows;
    private final ReopeningService service;
    private final MailedNames mailed;
    private final ZoneId zone;

    AdminReopeningController(HoursRowsForStaff rows, ReopeningService service, MailedNames mailed, ZoneId zone) {
        this.rows = rows;
        this.service = service;
        this.mailed = mailed;
        this.zone = zone;
    }

    @GetMapping
    String form(@PathVariable UUID id, Model page) {
        HoursRow line = rows.find(id);
        if (!line.isReopenable()) {
            return "redirect:/admin/heures/" + id;
        }
        page.addAttribute("form", new ReasonForm());
        return show(line, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Locale locale,
            Model page) {
        HoursRow line = rows.find(id);
        form.require("entry.reason.required", errors);
        if (errors.hasErrors()) {
            return show(line, page);
        }
        return press.once(() -> {
            TimeEntry entry = service.reopen(new EntryVersion(id, press.version()), form.getReason(), me);
            HandledEntry.tell(
                    press, "entry.notice.reopened", line.substitute().name(), entry, new Formats(locale, zone));
            return AdminHoursController.LIST;
        });
    }

    private String show(HoursRow line, Model page) {
        page.addAttribute("line", line);
        page.addAttribute("mailed", mailed.managers(line.request().id()));
        return "timesheet/desk/reopen";
    }
}
