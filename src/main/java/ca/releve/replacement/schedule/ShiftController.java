package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementEvent.ShiftChanged;
import ca.releve.replacement.request.RequestPage;
import ca.releve.replacement.request.ShiftRow;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Modifier » for the day and times of one shift. */
@Controller
@RequestMapping("/remplacements/{id}/quarts/{shiftId}/modification")
class ShiftController {

    private static final String PAGE = "replacement/shift";

    private static final Map<String, String> FIELD_TO_MEND =
            Map.of("rule.schedule.overlap", "date", "rule.schedule.past", "date");

    private final RequestPage requestPage;
    private final ScheduleService service;
    private final Submissions submissions;

    ShiftController(RequestPage requestPage, ScheduleService service, Submissions submissions) {
        this.requestPage = requestPage;
        this.service = service;
        this.submissions = submissions;
    }

    @InitBinder
    void readBreaks(WebDataBinder binder) {
        binder.addCustomFormatter(new UnpaidBreak.Format());
    }

    @GetMapping
    String edit(@PathVariable UUID id, @PathVariable UUID shiftId, CurrentAccount me, Model page) {
        ShiftRow shift = fill(id, shiftId, me, page);
        page.addAttribute("form", ShiftForm.of(shift.planned()));
        return shift.isChangeable(requestPage.now()) ? PAGE : "redirect:/remplacements/" + id;
    }

    @PostMapping
    String update(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @Valid @ModelAttribute("form") ShiftForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        fill(id, shiftId, me, page);
        ScheduleDefinition definition = errors.hasErrors()
                ? null
                : ScheduleProblems.understand(() -> form.toDefinition(requestPage.zone()), errors);
        if (definition == null) {
            return PAGE;
        }
        PlannedShift planned = definition.planFor(form.getDate()).shift();
        try {
            return submissions.once(submissionId, me.id(), () -> {
                ShiftChanged.Effect effect = service.changeShift(id, shiftId, version, planned, me);
                flash.addFlashAttribute("notice", "shift.notice.changed." + effect);
                return "/remplacements/" + id;
            });
        } catch (RuleViolation refusal) {
            if (!FIELD_TO_MEND.containsKey(refusal.key())) {
                throw refusal;
            }
            errors.rejectValue(FIELD_TO_MEND.get(refusal.key()), refusal.key(), refusal.arguments(), null);
            return PAGE;
        } catch (StaleVersion stale) {
            fill(id, shiftId, me, page);
            page.addAttribute("stored", List.of());
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return PAGE;
        }
    }

    private ShiftRow fill(UUID id, UUID shiftId, CurrentAccount me, Model page) {
        ShiftRow shift = ShiftRow.of(shiftId, requestPage.fill(requestPage.sheet(id, me), me, page));
        page.addAttribute("shift", shift);
        return shift;
    }
}
