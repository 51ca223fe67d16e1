package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.format.HoursText;
import ca.releve.format.WallClock;
import ca.releve.replacement.manager.RequestPage;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import ca.releve.web.resume.KeptFormValues;
import jakarta.validation.Valid;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Définir l’horaire » and its OK, which creates the shifts and sends a draft. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/horaire")
class ScheduleController {

    static final String PAGE = "replacement/schedule/schedule";

    private final RequestPages pages;
    private final SchedulePreviews previews;
    private final ScheduleService service;

    ScheduleController(RequestPages pages, SchedulePreviews previews, ScheduleService service) {
        this.pages = pages;
        this.previews = previews;
        this.service = service;
    }

    @GetMapping(params = "!startTime")
    String form(
            @PathVariable UUID id,
            CurrentAccount me,
            @RequestParam(required = false) LocalDate startDate,
            @RequestAttribute(name = "kept", required = false) KeptFormValues kept,
            Model page) {
        RequestPage request = pages.get(id, me);
        if (kept != null && !kept.first("shown").isEmpty()) {
            // Shows the ticks again on the days that they belong to.
            return "redirect:/remplacements/" + id + "/horaire" + kept.asQuery();
        }
        LocalDate today = WallClock.shown(pages.now(), pages.zone()).toLocalDate();
        ScheduleForm form = ScheduleForm.on(startDate == null ? today : startDate);
        previews.fill(request, form, me, page);
        page.addAttribute("form", form);
        return request.status().isSchedulable() ? PAGE : "redirect:/remplacements/" + id;
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Locale locale,
            Model page) {
        SchedulePreview preview = previews.of(id, form, errors, me, locale, page);
        page.addAttribute("preview", preview);
        if (preview != null) {
            ScheduleProblems.check(preview, form.isExact(), errors);
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        try {
            return press.onceOrWhenStale(
                    () -> {
                        boolean sent = service.schedule(id, press.version(), preview.ticked(), me);
                        tell(preview, sent, locale, press);
                        return "/remplacements/" + id + (sent ? "/envoyee" : "");
                    },
                    () -> {
                        previews.fill(pages.get(id, me), form, me, page);
                        page.addAttribute("stored", List.of());
                        return PAGE;
                    });
        } catch (RuleViolation refusal) {
            ScheduleProblems.reject(refusal, errors);
            return PAGE;
        }
    }

    private static void tell(SchedulePreview preview, boolean sent, Locale locale, Press press) {
        if (!sent) {
            press.notice(
                    "schedule.notice.added",
                    String.valueOf(preview.ticked().size()),
                    HoursText.format(preview.minutes(), locale));
        }
        SchedulePreviews.tell(preview, press);
    }
}
