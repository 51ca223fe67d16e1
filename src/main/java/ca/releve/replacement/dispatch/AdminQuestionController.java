package ca.releve.replacement.dispatch;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Demander une précision »: the request waits for the manager's answer. */
@Controller
@RequestMapping("/admin/demandes/{id}/precision")
class AdminQuestionController {

    private static final String PAGE = "replacement/admin/question";

    private final DispatchPage dispatchPage;
    private final DispatchService service;
    private final Submissions submissions;

    AdminQuestionController(DispatchPage dispatchPage, DispatchService service, Submissions submissions) {
        this.dispatchPage = dispatchPage;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String form(@PathVariable UUID id, @ModelAttribute("form") QuestionForm form, Locale locale, Model page) {
        return dispatchPage.fill(id, locale, page).questionable() ? PAGE : "redirect:" + DispatchPage.address(id);
    }

    @PostMapping
    String ask(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            dispatchPage.fill(id, locale, page);
            return PAGE;
        }
        flash.addFlashAttribute("notice", "dispatch.notice.asked");
        return submissions.once(submissionId, me.id(), () -> {
            service.ask(id, version, form.getQuestion(), me.actor());
            return DispatchPage.address(id);
        });
    }
}
