package ca.releve.timesheet.declaration;

import ca.releve.format.Formats;
import ca.releve.history.Actor;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursChoices;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.HoursRowsForStaff;
import ca.releve.timesheet.MailedNames;
import ca.releve.timesheet.TimeEntry;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Choice;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Saisir les heures » of one time entry. */
@Controller
@ForStaff
@RequestMapping("/admin/heures/{id}/saisie")
class AdminDeclarationController {

    private final HoursRowsForStaff rows;
    private final DeclarationService service;
    private final HoursChoices choices;
    private final MailedNames mailed;
    private final Clock clock;
    private final ZoneId zone;

    AdminDeclarationController(
            HoursRowsForStaff rows,
            DeclarationService service,
            HoursChoices choices,
            MailedNames mailed,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.service = service;
        this.choices = choices;
        this.mailed = mailed;
        this.clock = clock;
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
        HoursRow line = rows.find(id);
        if (!line.isFillable()) {
            return "redirect:/admin/heures/" + id;
        }
        DeclarationForm form = DeclarationForm.of(line);
        page.addAttribute("form", form);
        return show(line, form, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") DeclarationForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Locale locale,
            Model page) {
        HoursRow line = rows.find(id);
        Formats formats = new Formats(locale, zone);
        Optional<Declaration> declaration = errors.hasErrors() ? Optional.empty() : form.read(line, errors);
        if (line.isFillable() && line.version() == press.version()) {
            declaration.ifPresent(it -> DeclarationProblems.check(it, form, line, clock.instant(), errors, formats));
        }
        if (errors.hasErrors()) {
            return show(line, form, page);
        }
        try {
            return press.onceOrWhenStale(
                    () -> {
                        EntryVersion seen = new EntryVersion(id, press.version());
                        TimeEntry entry = service.submit(seen, declaration.orElseThrow(), me);
                        HandledEntry.tell(
                                press,
                                "entry.notice.submitted",
                                line.substitute().name(),
                                entry,
                                formats);
                        return "/admin/heures";
                    },
                    () -> {
                        HoursRow now = rows.find(id);
                        if (!now.isFillable()) {
                            throw new StaleVersion();
                        }
                        return show(now, form, page);
                    });
        } catch (RuleViolation refusal) {
            DeclarationProblems.reject(refusal, errors);
            return show(line, form, page);
        }
    }

    private String show(HoursRow line, DeclarationForm form, Model page) {
        page.addAttribute("line", line);
        page.addAttribute("mailed", mailed.managers(line.request().id()));
        page.addAttribute("adjustments", rows.adjustments(line.id()));
        page.addAttribute("startsTwice", form.startsTwice(line));
        page.addAttribute("endsTwice", form.endsTwice(line));
        return "timesheet/declaration/form";
    }
}
