package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Choice;
import ca.releve.web.Formats;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
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

/** « Modifier » the hours of a line: an adjustment, the meal, and the note that says why. */
@Controller
@RequestMapping("/approbation/{id}/modification")
class AdjustmentController {

    private final TimeEntries entries;
    private final ApprovalService service;
    private final Submissions submissions;
    private final HoursChoices choices;
    private final ZoneId zone;

    AdjustmentController(
            TimeEntries entries,
            ApprovalService service,
            Submissions submissions,
            HoursChoices choices,
            @Value("${releve.zone}") ZoneId zone) {
        this.entries = entries;
        this.service = service;
        this.submissions = submissions;
        this.choices = choices;
        this.zone = zone;
    }

    @ModelAttribute("meals")
    List<Choice> meals(Locale locale) {
        return choices.meals(locale);
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        HoursLine line = entries.line(id, me.scope());
        if (!line.waiting()) {
            return "redirect:/approbation/" + id;
        }
        page.addAttribute("form", AdjustmentForm.of(line));
        return show(line, me, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean approve,
            @RequestParam(name = "adjustment", defaultValue = "") String typed,
            @Valid @ModelAttribute("form") AdjustmentForm form,
            BindingResult errors,
            CurrentAccount me,
            Model page,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        HoursLine line = entries.line(id, me.scope());
        // Another version: it was changed meanwhile, maybe by this same button. Then what is stored decides, not this
        // form.
        if (line.waiting() && line.version() == version) {
            check(form, typed, line, errors, new Formats(locale, zone));
        }
        if (errors.hasErrors()) {
            return show(line, me, page);
        }
        try {
            String redirect = submissions.once(submissionId, me.id(), () -> {
                service.adjust(id, version, form, approve, me);
                return "/approbation";
            });
            tell(flash, entries.line(id, me.scope()), approve, new Formats(locale, zone));
            return redirect;
        } catch (StaleVersion | OptimisticLockingFailureException stale) {
            HoursLine now = entries.line(id, me.scope());
            if (!now.waiting()) {
                throw stale;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("stale", true);
            return show(now, me, page);
        }
    }

    private String show(HoursLine line, CurrentAccount me, Model page) {
        page.addAttribute("line", line);
        page.addAttribute("adjustments", entries.adjustments(List.of(line.id()), me.scope()));
        return "timesheet/approval-adjust";
    }

    private static void check(
            AdjustmentForm form, String typed, HoursLine line, BindingResult errors, Formats formats) {
        if (errors.hasFieldErrors("adjustment") || errors.hasFieldErrors("meal")) {
            return;
        }
        Integer minutes = form.minutes();
        int total = line.finalMinutes() + (minutes == null ? 0 : minutes);
        if (minutes == null && (form.getMeal() == null || form.getMeal().equals(line.meal()))) {
            errors.rejectValue("adjustment", "entry.adjustment.nothing");
        } else if (minutes != null && minutes == 0) {
            errors.rejectValue("adjustment", "entry.adjustment.zero");
        } else if (form.getDirection() == AdjustmentForm.Direction.REMOVE
                && typed.strip().startsWith("+")) {
            errors.rejectValue("adjustment", "entry.adjustment.contradiction");
        } else if (total < 0 || total > WorkTime.MOST_MINUTES) {
            errors.rejectValue("adjustment", "entry.adjustment.final", new Object[] {formats.hours(total)}, null);
        }
    }

    private static void tell(RedirectAttributes flash, HoursLine line, boolean approved, Formats formats) {
        Handled.tell(
                flash,
                line,
                approved ? "entry.notice.adjusted-and-approved" : "entry.notice.adjusted",
                line.substituteName(),
                formats.day(line.day()),
                formats.hours(line.finalMinutes()));
    }
}
