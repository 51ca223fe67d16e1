package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.format.DateText;
import ca.releve.format.TimeText;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.replacement.manager.ShiftRow;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Modifier »: changes the day and times of one shift. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/quarts/{shiftId}/modification")
class ShiftController {

    private static final String PAGE = "replacement/schedule/shift";

    /** The fields that can be changed so that a rule agrees. */
    private static final Map<String, String> FIELDS =
            Map.of("rule.schedule.overlap", "date", "rule.schedule.past", "date");

    private final RequestPages pages;
    private final ScheduleService service;

    ShiftController(RequestPages pages, ScheduleService service) {
        this.pages = pages;
        this.service = service;
    }

    @GetMapping
    String edit(@PathVariable UUID id, @PathVariable UUID shiftId, CurrentAccount me, Model page) {
        ShiftRow shift = fill(id, shiftId, me, page);
        page.addAttribute("form", ShiftForm.of(shift.planned()));
        return shift.isChangeable(pages.now()) ? PAGE : "redirect:/remplacements/" + id;
    }

    @PostMapping
    String update(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @Valid @ModelAttribute("form") ShiftForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Model page) {
        fill(id, shiftId, me, page);
        ScheduleDefinition definition =
                errors.hasErrors() ? null : ScheduleProblems.understand(() -> form.toDefinition(pages.zone()), errors);
        if (definition != null) {
            ScheduleProblems.askIfLong(definition, form.isExact(), errors);
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        PlannedShift planned = definition.planFor(form.getDate()).shift();
        try {
            return press.onceOrWhenStale(
                    () -> {
                        press.notice("shift.notice.changed."
                                + service.changeShift(id, shiftId, press.version(), planned, me));
                        if (!planned.startsAt().isAfter(pages.now())) {
                            String start = TimeText.format(planned.startTime());
                            press.flash("begun", List.of(DateText.format(planned.day()) + ", " + start));
                        }
                        return "/remplacements/" + id;
                    },
                    () -> {
                        fill(id, shiftId, me, page);
                        page.addAttribute("stored", List.of());
                        return PAGE;
                    });
        } catch (RuleViolation refusal) {
            ScheduleProblems.reject(refusal, FIELDS, errors);
            return PAGE;
        }
    }

    private ShiftRow fill(UUID id, UUID shiftId, CurrentAccount me, Model page) {
        ShiftRow shift = ShiftRow.of(shiftId, pages.fill(pages.get(id, me), me, page));
        page.addAttribute("shift", shift);
        page.addAttribute("promises", shift.promisesWhenMoved(pages.now()));
        return shift;
    }
}
