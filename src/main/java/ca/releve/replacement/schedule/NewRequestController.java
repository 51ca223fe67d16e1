package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Nouveau remplacement »: « Enregistrer » makes a draft, « Envoyer la demande » sends it with its schedule at once. */
@Controller
@ForManagers
@RequestMapping("/remplacements/nouveau")
class NewRequestController {

    private static final String PAGE = "replacement/schedule/new";
    private static final String REQUEST = "/remplacements/";

    private final NewRequestPages pages;
    private final NewRequestService service;

    NewRequestController(NewRequestPages pages, NewRequestService service) {
        this.pages = pages;
        this.service = service;
    }

    /** @param modele a request of the manager to start from; null for an empty form */
    @GetMapping
    String form(@RequestParam(required = false) UUID modele, CurrentAccount me, Model page) {
        pages.begin(modele, me, page);
        return PAGE;
    }

    @GetMapping({"/apercu", "/envoi"})
    String back() {
        return "redirect:/remplacements/nouveau";
    }

    @PostMapping("/apercu")
    String preview(
            @ModelAttribute("form") NewRequestForm form,
            BindingResult mistyped,
            @Valid @ModelAttribute("times") ScheduleForm times,
            BindingResult errors,
            CurrentAccount me,
            Model page) {
        pages.fill(null, me, page);
        page.addAttribute("preview", pages.preview(times, errors, page));
        return PAGE;
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            @ModelAttribute("times") ScheduleForm times,
            BindingResult mistyped,
            Press press,
            CurrentAccount me,
            Model page) {
        pages.fill(errors, me, page);
        if (errors.hasErrors()) {
            return PAGE;
        }
        return press.once(() -> {
            Optional<UUID> same = form.isCopy()
                    ? Optional.empty()
                    : service.same(form.getFacilityId(), form.toNeed(), List.of(), me);
            String notice = times.hours() == null ? "request.notice.created" : "request.notice.created-without-hours";
            press.noticeOrWarning(same.isEmpty(), notice, "request.notice.same-draft");
            return REQUEST
                    + same.orElseGet(() -> service.create(form.getFacilityId(), form.toNeed(), List.of(), me));
        });
    }

    @PostMapping("/envoi")
    String send(
            @Valid @ModelAttribute("form") NewRequestForm form,
            BindingResult errors,
            @Valid @ModelAttribute("times") ScheduleForm times,
            BindingResult timeErrors,
            Press press,
            CurrentAccount me,
            Model page) {
        pages.fill(errors, me, page);
        SchedulePreview preview = pages.preview(times, timeErrors, page);
        page.addAttribute("preview", preview);
        if (preview != null) {
            ScheduleProblems.check(preview, times.isExact(), timeErrors);
        }
        if (errors.hasErrors() || timeErrors.hasErrors()) {
            return PAGE;
        }
        try {
            return press.once(() -> send(form, preview, press, me));
        } catch (RuleViolation refusal) {
            ScheduleProblems.reject(refusal, timeErrors);
            return PAGE;
        }
    }

    /** @return path of the next page */
    private String send(NewRequestForm form, SchedulePreview preview, Press press, CurrentAccount me) {
        Optional<UUID> same = form.isCopy()
                ? Optional.empty()
                : service.same(form.getFacilityId(), form.toNeed(), preview.ticked(), me);
        if (same.isPresent()) {
            press.warning("request.notice.same-sent");
            return REQUEST + same.get();
        }
        UUID id = service.create(form.getFacilityId(), form.toNeed(), preview.ticked(), me);
        SchedulePreviews.tell(preview, press);
        return REQUEST + id + "/envoyee";
    }
}
