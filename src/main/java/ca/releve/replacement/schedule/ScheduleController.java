package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.request.RequestPage;
import ca.releve.replacement.request.RequestSheet;
import ca.releve.replacement.request.ShiftRow;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.DateText;
import ca.releve.web.HoursText;
import ca.releve.web.KeptWords;
import ca.releve.web.Submissions;
import ca.releve.web.TimeText;
import ca.releve.web.WallClock;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** « Définir l’horaire »: when somebody is needed, seen day by day before OK makes the shifts and sends the request. */
@Controller
@RequestMapping("/remplacements/{id}/horaire")
class ScheduleController {

    private static final String PAGE = "replacement/schedule";

    private static final Map<String, String> FIELD_TO_MEND = Map.of(
            "rule.schedule.overlap", "startDate",
            "rule.schedule.past", "startDate",
            "rule.schedule.too-many", "endDate");

    private final RequestPage requestPage;
    private final Holidays holidays;
    private final ScheduleService service;
    private final Submissions submissions;

    ScheduleController(RequestPage requestPage, Holidays holidays, ScheduleService service, Submissions submissions) {
        this.requestPage = requestPage;
        this.holidays = holidays;
        this.service = service;
        this.submissions = submissions;
    }

    @InitBinder
    void readBreaks(WebDataBinder binder) {
        binder.addCustomFormatter(new UnpaidBreak.Format());
    }

    @ModelAttribute("everyWeekday")
    DayOfWeek[] weekdays() {
        return DayOfWeek.values();
    }

    @GetMapping(params = "!startTime")
    String form(
            @PathVariable UUID id,
            CurrentAccount me,
            @RequestAttribute(name = "kept", required = false) KeptWords kept,
            Model page) {
        RequestSheet request = requestPage.sheet(id, me);
        if (kept != null && !kept.first("shown").isEmpty()) {
            // Her ticks are shown again on the days that they belong to.
            return "redirect:/remplacements/" + id + "/horaire" + kept.asQuery();
        }
        requestPage.fill(request, me, page);
        page.addAttribute(
                "form",
                ScheduleForm.on(
                        WallClock.shown(requestPage.now(), requestPage.zone()).toLocalDate()));
        return request.status().isSchedulable() ? PAGE : "redirect:/remplacements/" + id;
    }

    /** The form as it was filled, and the days that it makes: its values stand in the address, so that a reload keeps them. */
    @GetMapping(params = "startTime")
    String show(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            CurrentAccount me,
            Locale locale,
            Model page) {
        page.addAttribute("preview", dayByDay(id, form, errors, me, locale, page));
        return PAGE;
    }

    @GetMapping("/apercu")
    String toForm(@PathVariable UUID id, CurrentAccount me) {
        return "redirect:/remplacements/" + requestPage.sheet(id, me).id() + "/horaire";
    }

    @PostMapping("/apercu")
    String preview(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            CurrentAccount me,
            Locale locale,
            Model page) {
        SchedulePreview preview = dayByDay(id, form, errors, me, locale, page);
        return preview == null ? PAGE : "redirect:" + address(id, form, preview);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        SchedulePreview preview = dayByDay(id, form, errors, me, locale, page);
        page.addAttribute("preview", preview);
        if (preview == null || isNothing(preview, errors)) {
            return PAGE;
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                boolean sent = service.schedule(id, version, preview.ticked(), me);
                tell(preview, sent, locale, flash);
                return "/remplacements/" + id + (sent ? "/envoyee" : "");
            });
        } catch (RuleViolation refusal) {
            if (!FIELD_TO_MEND.containsKey(refusal.key())) {
                throw refusal;
            }
            errors.rejectValue(FIELD_TO_MEND.get(refusal.key()), refusal.key(), refusal.arguments(), null);
            return PAGE;
        } catch (StaleVersion stale) {
            requestPage.fill(requestPage.sheet(id, me), me, page);
            page.addAttribute("stored", List.of());
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return PAGE;
        }
    }

    private SchedulePreview dayByDay(
            UUID id, ScheduleForm form, BindingResult errors, CurrentAccount me, Locale locale, Model page) {
        List<ShiftRow> scheduled = requestPage.fill(requestPage.sheet(id, me), me, page);
        if (errors.hasErrors()) {
            return null;
        }
        ScheduleDefinition definition =
                ScheduleProblems.understand(() -> form.toDefinition(requestPage.zone()), errors);
        return definition == null
                ? null
                : SchedulePreview.of(
                        definition,
                        form,
                        scheduled,
                        holidays.between(definition.startDate(), definition.endDate(), locale),
                        requestPage.now());
    }

    private static boolean isNothing(SchedulePreview preview, BindingResult errors) {
        if (preview.days().isEmpty()) {
            errors.rejectValue("weekdays", "schedule.no-day");
        } else if (preview.ticked().isEmpty()) {
            errors.rejectValue("days", "schedule.none-ticked");
        }
        return errors.hasErrors();
    }

    private static void tell(SchedulePreview preview, boolean sent, Locale locale, RedirectAttributes flash) {
        if (!sent) {
            flash.addFlashAttribute("notice", "schedule.notice.added");
            flash.addFlashAttribute("noticeFacts", new Object[] {
                String.valueOf(preview.ticked().size()), HoursText.format(preview.minutes(), locale)
            });
        }
        flash.addFlashAttribute(
                "leftOut",
                preview.holidaysLeftOut().stream()
                        .map(it -> DateText.format(it.date()) + ", " + it.holiday())
                        .toList());
    }

    /** The address of a shown preview: what was understood, and the days that differ from what is ticked by itself. */
    private static String address(UUID id, ScheduleForm form, SchedulePreview preview) {
        ScheduleDefinition definition = preview.definition();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/remplacements/" + id + "/horaire")
                .queryParam("startDate", definition.startDate())
                .queryParam("endDate", definition.endDate())
                .queryParam("startTime", TimeText.format(definition.startTime()))
                .queryParam("endTime", TimeText.format(definition.endTime()))
                .queryParam("unpaidBreak", definition.breakMinutes())
                .queryParam(
                        "weekdays",
                        form.getWeekdays().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        if (definition.startOccurrence() != null) {
            address.queryParam("startOccurrence", definition.startOccurrence());
        }
        if (definition.endOccurrence() != null) {
            address.queryParam("endOccurrence", definition.endOccurrence());
        }
        add(address, "with", preview, day -> day.ticked() && day.holiday() != null);
        add(address, "without", preview, day -> !day.ticked() && day.holiday() == null && day.isPossible());
        return address.fragment("apercu").build().toUriString();
    }

    private static void add(
            UriComponentsBuilder address, String name, SchedulePreview preview, Predicate<SchedulePreview.Day> which) {
        String days = preview.days().stream()
                .filter(which)
                .map(SchedulePreview.Day::date)
                .map(LocalDate::toString)
                .collect(Collectors.joining(","));
        if (!days.isEmpty()) {
            address.queryParam(name, days);
        }
    }
}
