package ca.releve.account.self;

import ca.releve.account.CurrentAccount;
import ca.releve.client.EmailAddress;
import ca.releve.web.Submissions;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Changer mon courriel »: asks for another address, shows the change that waits, lets it be. */
@Controller
@RequestMapping("/mon-compte/courriel")
class MyEmailController {

    private static final String FORM = "account/self/email";
    private static final String PLACE = "/mon-compte/courriel";

    private final MyEmailService service;
    private final Submissions submissions;

    MyEmailController(MyEmailService service, Submissions submissions) {
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String form(CurrentAccount me, Model page) {
        page.addAttribute("form", new EmailForm());
        return form(me.id(), page);
    }

    @PostMapping
    String update(
            @RequestParam UUID submissionId,
            @ModelAttribute("form") EmailForm form,
            BindingResult errors,
            CurrentAccount me,
            Model page,
            RedirectAttributes next) {
        Optional<EmailAddress> wanted = EmailAddress.parse(form.getEmail());
        if (wanted.isEmpty()) {
            errors.rejectValue("email", "account.email.invalid");
        } else if (wanted.equals(EmailAddress.parse(me.email()))) {
            errors.rejectValue("email", "my-email.same");
        }
        if (errors.hasErrors()) {
            return form(me.id(), page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            boolean sent = service.request(me.id(), wanted.orElseThrow());
            next.addFlashAttribute("notice", sent ? "my-email.asked" : "my-email.too-many");
            next.addFlashAttribute("warning", !sent);
            return PLACE;
        });
    }

    @GetMapping("/annulation")
    String back() {
        return "redirect:" + PLACE;
    }

    @PostMapping("/annulation")
    String cancel(@RequestParam UUID submissionId, CurrentAccount me, RedirectAttributes next) {
        return submissions.once(submissionId, me.id(), () -> {
            service.cancel(me.id());
            next.addFlashAttribute("notice", "my-email.cancelled");
            return PLACE;
        });
    }

    private String form(UUID accountId, Model page) {
        page.addAttribute("pending", service.pending(accountId).orElse(null));
        return FORM;
    }

    /** The address that somebody wants. */
    static class EmailForm {

        private String email = "";

        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }
    }
}
