package ca.releve.replacement.request;

import ca.releve.account.CurrentAccount;
import ca.releve.web.Submissions;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Supprimer »: throws a draft away, which nobody was told of. */
@Controller
@RequestMapping("/remplacements/{id}/suppression")
class RequestDeletionController {

    private final RequestPage requestPage;
    private final ManagerRequestService service;
    private final Submissions submissions;

    RequestDeletionController(RequestPage requestPage, ManagerRequestService service, Submissions submissions) {
        this.requestPage = requestPage;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        RequestSheet request = requestPage.sheet(id, me);
        page.addAttribute("request", request);
        return request.status().isDeletable() ? "replacement/deletion" : "redirect:/remplacements/" + id;
    }

    @PostMapping
    String delete(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "request.notice.deleted");
        return submissions.once(submissionId, me.id(), () -> {
            service.delete(id, version, me);
            return "/remplacements";
        });
    }
}
