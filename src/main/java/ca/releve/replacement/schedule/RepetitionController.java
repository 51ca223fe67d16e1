package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.manager.RequestChoices;
import ca.releve.replacement.manager.RequestPage;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Refaire cette demande »: sends the same need with the same times on other days, after they were shown. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/reprise")
class RepetitionController {

    private static final String PAGE = "replacement/schedule/repetition";
    private static final String REQUEST = "/remplacements/";
    private static final Map<String, String> FIELDS = Map.of(
            "rule.schedule.overlap",
            "firstDay",
            "rule.schedule.past",
            "firstDay",
            "rule.schedule.too-many",
            "firstDay");

    private final RequestPages pages;
    private final RequestChoices choices;
    private final SchedulePreviews previews;
    private final NewRequestService service;

    RepetitionController(
            RequestPages pages, RequestChoices choices, SchedulePreviews previews, NewRequestService service) {
        this.pages = pages;
        this.choices = choices;
        this.previews = previews;
        this.service = service;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        Repetition repetition = fill(pages.get(id, me), me, page);
        if (repetition.shifts().isEmpty()) {
            return "redirect:" + REQUEST + id;
        }
        RepetitionForm form = RepetitionForm.on(repetition.nextWeek(previews.today()));
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        show(repetition, form, errors, page);
        page.addAllAttributes(errors.getModel());
        return PAGE;
    }

    @GetMapping("/apercu")
    String back(@PathVariable UUID id, CurrentAccount me) {
        return "redirect:" + REQUEST + pages.get(id, me).id() + "/reprise";
    }

    @PostMapping("/apercu")
    String preview(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RepetitionForm form,
            BindingResult errors,
            CurrentAccount me,
            Model page) {
        show(fill(pages.get(id, me), me, page), form, errors, page);
        return PAGE;
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RepetitionForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Model page) {
        RequestPage request = pages.get(id, me);
        PlannedDays planned = show(fill(request, me, page), form, errors, page);
        if (planned != null && planned.ticked().isEmpty()) {
            errors.rejectValue("days", "schedule.none-ticked");
        }
        if (!choices.offers(request.need(), LocaleContextHolder.getLocale())) {
            errors.reject("repetition.need-gone");
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        try {
            return press.once(() -> send(request, planned, press, me));
        } catch (RuleViolation refusal) {
            ScheduleProblems.reject(refusal, FIELDS, errors);
            return PAGE;
        }
    }

    /** @return path of the next page */
    private String send(RequestPage request, PlannedDays planned, Press press, CurrentAccount me) {
        UUID facility = request.facility().id();
        Optional<UUID> same = service.same(facility, request.need(), planned.ticked(), me);
        if (same.isPresent()) {
            press.warning("request.notice.same-sent");
            return REQUEST + same.get();
        }
        UUID id = service.create(facility, request.need(), planned.ticked(), me);
        SchedulePreviews.tell(planned, press);
        return REQUEST + id + "/envoyee";
    }

    private Repetition fill(RequestPage request, CurrentAccount me, Model page) {
        Repetition repetition = Repetition.of(pages.fill(request, me, page));
        if (!repetition.shifts().isEmpty()) {
            page.addAttribute("nextWeek", repetition.nextWeek(previews.today()));
        }
        return repetition;
    }

    /** @return the shifts on their new days; null if there are errors */
    private PlannedDays show(Repetition repetition, RepetitionForm form, BindingResult errors, Model page) {
        RuleViolation.unless(!repetition.shifts().isEmpty(), "rule.repetition.no-schedule");
        if (errors.hasErrors()) {
            return null;
        }
        LocalDate first = form.getFirstDay();
        Map<LocalDate, String> holidays =
                previews.holidays(first, repetition.lastDay(first), LocaleContextHolder.getLocale(), page);
        PlannedDays planned = repetition.planFor(form, holidays, pages.now(), errors);
        page.addAttribute("planned", errors.hasErrors() ? null : planned);
        return errors.hasErrors() ? null : planned;
    }
}
