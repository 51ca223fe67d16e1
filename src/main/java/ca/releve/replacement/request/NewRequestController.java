package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « + Nouveau remplacement »: what a manager needs, before she says when. */
@Controller
@RequestMapping("/remplacements/nouveau")
class NewRequestController {

    private final RequestChoices choices;
    private final RequestPage requestPage;
    private final ManagerRequestService service;
    private final Submissions submissions;

    NewRequestController(
            RequestChoices choices, RequestPage requestPage, ManagerRequestService service, Submissions submissions) {
        this.choices = choices;
        this.requestPage = requestPage;
        this.service = service;
        this.submissions = submissions;
    }

    /** @param modele a request of hers to start from; null for an empty form */
    @GetMapping
    String form(@RequestParam(required = false) UUID modele, CurrentAccount me, Locale locale, Model page) {
        RequestForm form = modele == null ? new RequestForm() : RequestForm.of(requestPage.sheet(modele, me));
        if (form.getFacilityId() == null) {
            form.setFacilityId(RequestChoices.onlyPlace(me));
        }
        page.addAttribute("form", form);
        choices.offer(form, null, null, me, locale, page);
        return "replacement/form";
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        choices.offer(form, errors, null, me, locale, page);
        if (errors.hasErrors()) {
            return "replacement/form";
        }
        flash.addFlashAttribute("notice", "request.notice.created");
        return submissions.once(
                submissionId,
                me.id(),
                () -> "/remplacements/" + service.create(form.getFacilityId(), form.toNeed(), me));
    }
}
