package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.schedule.SentRequests.SentRow;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * @param modele a request of the manager to copy; null for none
     * @param depuis a template to start from; null for none
     */
    @GetMapping
    String form(
            @RequestParam(required = false) UUID modele,
            @RequestParam(required = false) UUID depuis,
            CurrentAccount me,
            Model page) {
        pages.begin(modele, depuis, me, page);
        return PAGE;
    }

    @GetMapping({"/apercu", "/envoi"})
    String back() {
        return "redirect:/remplacements/nouveau";
    }

    /**
     * Confirms that several requests were sent at once.
     *
     * @param demandes their ids
     */
    @GetMapping("/envoyees")
    String sent(@RequestParam(defaultValue = "") List<UUID> demandes, CurrentAccount me, Model page) {
        List<SentRow> sent = pages.sent(demandes, me);
        page.addAttribute("sent", sent);
        return sent.isEmpty() ? "redirect:/remplacements" : "replacement/schedule/sent";
    }

    @PostMapping("/apercu")
    String preview(
            @ModelAttribute("form") NewRequestForm form,
            BindingResult mistyped,
            @Valid @ModelAttribute("times") ScheduleForm times,
            BindingResult errors,
            CurrentAccount me,
            Model page) {
        pages.fill(form, null, me, page);
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
        pages.fill(form, errors, me, page);
        if (form.getPeople() != null && form.getPeople() > 1) {
            errors.rejectValue("people", "request.people.draft");
        }
        if (errors.hasErrors()) {
            return PAGE;
        }
        return press.once(() -> {
            Optional<UUID> same =
                    form.isCopy() ? Optional.empty() : service.same(form.getFacilityId(), form.toNeed(), List.of(), me);
            String notice = times.hours() == null ? "request.notice.created" : "request.notice.created-without-hours";
            press.noticeOrWarning(same.isEmpty(), notice, "request.notice.same-draft");
            return REQUEST + same.orElseGet(() -> service.create(form.getFacilityId(), form.toNeed(), List.of(), me));
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
        pages.fill(form, errors, me, page);
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
        List<UUID> ids =
                service.createAlike(form.getPeople(), form.getFacilityId(), form.toNeed(), preview.ticked(), me);
        SchedulePreviews.tell(preview, press);
        return ids.size() == 1
                ? REQUEST + ids.get(0) + "/envoyee"
                : REQUEST + "nouveau/envoyees?demandes="
                        + ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
