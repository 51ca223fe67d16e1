package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.Locale;
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

/** « Nouveau remplacement »: creates a draft, whose schedule is defined next. */
@Controller
@ForManagers
@RequestMapping("/remplacements/nouveau")
class NewRequestController {

    private static final String PAGE = "replacement/manager/form";

    private final RequestChoices choices;
    private final RequestPages pages;
    private final ManagerRequestService service;

    NewRequestController(RequestChoices choices, RequestPages pages, ManagerRequestService service) {
        this.choices = choices;
        this.pages = pages;
        this.service = service;
    }

    /** @param modele a request of the manager to start from; null for an empty form */
    @GetMapping
    String form(@RequestParam(required = false) UUID modele, CurrentAccount me, Locale locale, Model page) {
        RequestForm form = modele == null ? new RequestForm() : RequestForm.of(pages.get(modele, me));
        if (form.getFacilityId() == null) {
            form.setFacilityId(RequestChoices.onlyPlace(me));
        }
        page.addAttribute("form", form);
        choices.offer(form, null, null, me, locale, page);
        return PAGE;
    }

    /** @param modele the request that the form started from: a copy is meant to be the same */
    @PostMapping
    String create(
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            @RequestParam(required = false) UUID modele,
            Press press,
            CurrentAccount me,
            Locale locale,
            Model page) {
        choices.offer(form, errors, null, me, locale, page);
        if (errors.hasErrors()) {
            return PAGE;
        }
        return press.once(() -> {
            Optional<UUID> same =
                    modele == null ? service.sameDraft(form.getFacilityId(), form.toNeed(), me) : Optional.empty();
            press.noticeOrWarning(same.isEmpty(), "request.notice.created", "request.notice.same-draft");
            return RequestController.address(
                    same.orElseGet(() -> service.create(form.getFacilityId(), form.toNeed(), me)));
        });
    }
}
