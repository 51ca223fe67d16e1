package ca.releve.replacement.dispatch;

import ca.releve.account.CurrentAccount;
import ca.releve.history.History;
import ca.releve.web.Submissions;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request as the service sees it, and « Prendre en recherche ». */
@Controller
@RequestMapping("/admin/demandes/{id}")
class AdminRequestController {

    private final DispatchPage dispatchPage;
    private final DispatchService service;
    private final History history;
    private final Submissions submissions;

    AdminRequestController(
            DispatchPage dispatchPage, DispatchService service, History history, Submissions submissions) {
        this.dispatchPage = dispatchPage;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
    }

    @GetMapping
    String show(@PathVariable UUID id, Locale locale, Model page) {
        dispatchPage.fill(id, locale, page);
        page.addAttribute("history", history.ofRequest(id));
        return "replacement/admin/request";
    }

    @PostMapping("/recherche")
    String take(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "dispatch.notice.taken");
        return submissions.once(submissionId, me.id(), () -> {
            service.take(id, version, me.actor());
            return DispatchPage.address(id);
        });
    }

    /** Where « Revoir la page à jour » leads after a refused button. */
    @GetMapping({"/recherche", "/quarts/{shiftId}/reconfirmation"})
    String back(@PathVariable UUID id) {
        return "redirect:" + DispatchPage.address(id);
    }

    @PostMapping("/quarts/{shiftId}/reconfirmation")
    String reconfirm(
            @PathVariable UUID id,
            @PathVariable UUID shiftId,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "dispatch.notice.reconfirmed");
        return submissions.once(submissionId, me.id(), () -> {
            service.reconfirm(id, version, shiftId, me.actor());
            return DispatchPage.address(id);
        });
    }
}
