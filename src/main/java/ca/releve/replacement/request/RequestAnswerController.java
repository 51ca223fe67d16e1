package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Renvoyer »: the manager answers the question of the service, on the page of the request. */
@Controller
@RequestMapping("/remplacements/{id}/reponse")
class RequestAnswerController {

    private final RequestPage requestPage;
    private final ManagerRequestService service;
    private final Submissions submissions;

    RequestAnswerController(RequestPage requestPage, ManagerRequestService service, Submissions submissions) {
        this.requestPage = requestPage;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me) {
        return "redirect:/remplacements/" + requestPage.sheet(id, me).id();
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return requestPage.show(id, me, page);
        }
        flash.addFlashAttribute("notice", "request.notice.answered");
        return submissions.once(submissionId, me.id(), () -> {
            service.giveInfo(id, version, form.getAnswer(), me);
            return "/remplacements/" + id;
        });
    }
}
