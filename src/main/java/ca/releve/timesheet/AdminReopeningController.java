package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.web.Formats;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Rouvrir » an approved line: the approval is taken back, and the reason stays written. */
@Controller
@RequestMapping("/admin/heures/{id}/reouverture")
class AdminReopeningController {

    private final TimeEntriesForStaff entries;
    private final HoursService service;
    private final Submissions submissions;
    private final ZoneId zone;

    AdminReopeningController(
            TimeEntriesForStaff entries,
            HoursService service,
            Submissions submissions,
            @Value("${releve.zone}") ZoneId zone) {
        this.entries = entries;
        this.service = service;
        this.submissions = submissions;
        this.zone = zone;
    }

    @GetMapping
    String form(@PathVariable UUID id, Model page) {
        HoursLine line = entries.line(id);
        if (!line.reopenable()) {
            return "redirect:/admin/heures/" + id;
        }
        page.addAttribute("form", new ReasonForm());
        return show(line, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            CurrentAccount me,
            Model page,
            Locale locale,
            RedirectAttributes flash) {
        HoursLine line = entries.line(id);
        if (errors.hasErrors()) {
            return show(line, page);
        }
        String redirect = submissions.once(submissionId, me.id(), () -> {
            service.reopen(id, version, form.getReason(), me);
            return "/admin/heures/" + id;
        });
        Handled.tell(
                flash, line, "entry.notice.reopened", line.substituteName(), new Formats(locale, zone).day(line.day()));
        return redirect;
    }

    private String show(HoursLine line, Model page) {
        page.addAttribute("line", line);
        return "timesheet/admin/reopen";
    }
}
