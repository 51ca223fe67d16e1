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
import java.util.Optional;
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

/** « Saisir les heures »: until substitutes do it themselves, the staff hand in what they report. */
@Controller
@RequestMapping("/admin/heures/{id}/saisie")
class AdminDeclarationController {

    private final TimeEntriesForStaff entries;
    private final HoursService service;
    private final Submissions submissions;
    private final HoursChoices choices;
    private final ZoneId zone;

    AdminDeclarationController(
            TimeEntriesForStaff entries,
            HoursService service,
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

    @ModelAttribute("occurrences")
    List<Choice> occurrences(Locale locale) {
        return choices.occurrences(locale);
    }

    @GetMapping
    String form(@PathVariable UUID id, Model page) {
        HoursLine line = entries.line(id);
        if (!line.fillable()) {
            return "redirect:/admin/heures/" + id;
        }
        DeclarationForm form = DeclarationForm.of(line);
        page.addAttribute("form", form);
        return show(line, form, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            @Valid @ModelAttribute("form") DeclarationForm form,
            BindingResult errors,
            CurrentAccount me,
            Model page,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        HoursLine line = entries.line(id);
        Optional<Declaration> declaration =
                errors.hasErrors() ? Optional.empty() : form.read(line.day(), line.zone(), errors);
        if (line.fillable() && line.version() == version) {
            declaration.ifPresent(it -> checkFinal(it, line, errors, new Formats(locale, zone)));
        }
        if (errors.hasErrors()) {
            return show(line, form, page);
        }
        try {
            String redirect = submissions.once(submissionId, me.id(), () -> {
                service.submit(id, version, declaration.orElseThrow(), me);
                return "/admin/heures";
            });
            tell(flash, entries.line(id), new Formats(locale, zone));
            return redirect;
        } catch (StaleVersion | OptimisticLockingFailureException stale) {
            HoursLine now = entries.line(id);
            if (!now.fillable()) {
                throw stale;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("stale", true);
            return show(now, form, page);
        }
    }

    private String show(HoursLine line, DeclarationForm form, Model page) {
        page.addAttribute("line", line);
        page.addAttribute("adjustments", entries.adjustments(line.id()));
        page.addAttribute("startsTwice", form.startsTwice(line.day(), line.zone()));
        page.addAttribute("endsTwice", form.endsTwice(line.day(), line.zone()));
        return "timesheet/admin/declare";
    }

    private static void checkFinal(Declaration declaration, HoursLine line, BindingResult errors, Formats formats) {
        int total = declaration.time().minutes() + line.adjustedMinutes();
        if (total < 0 || total > WorkTime.MOST_MINUTES) {
            errors.rejectValue("endTime", "entry.adjustment.final", new Object[] {formats.hours(total)}, null);
        }
    }

    private static void tell(RedirectAttributes flash, HoursLine line, Formats formats) {
        Handled.tell(
                flash,
                line,
                "entry.notice.submitted",
                line.substituteName(),
                formats.day(line.day()),
                formats.hours(line.finalMinutes()));
    }
}
