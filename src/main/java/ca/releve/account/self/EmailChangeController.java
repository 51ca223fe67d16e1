package ca.releve.account.self;

import ca.releve.account.Account;
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.self.MyEmailService.Question;
import ca.releve.shared.NotFound;
import ca.releve.web.BoundedPasswords;
import ca.releve.web.Submissions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The links of a change of address, one a mailbox. Answering takes her password, on whatever device she reads her mail: a
 * machine that follows links and submits forms answers nothing (AUTH-08).
 */
@Controller
@RequestMapping("/compte/changement-de-courriel")
class EmailChangeController {

    private static final String FORM = "account/self/email-change";

    private final MyEmailService service;
    private final BoundedPasswords passwords;
    private final Submissions submissions;
    private final SecurityLog log;

    EmailChangeController(
            MyEmailService service, BoundedPasswords passwords, Submissions submissions, SecurityLog log) {
        this.service = service;
        this.passwords = passwords;
        this.submissions = submissions;
        this.log = log;
    }

    @GetMapping("/{token}")
    String form(@PathVariable String token, Model page) {
        page.addAttribute("form", new AnswerForm());
        return form(service.find(token).orElseThrow(LinkOver::new), page);
    }

    @PostMapping("/{token}")
    String create(
            @PathVariable String token,
            @RequestParam UUID submissionId,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Model page) {
        // Empty after a second press of the button, too: then the first one's answer is given again.
        Optional<Question> question = service.find(token);
        if (question.isPresent() && !opens(question.get().account(), form.getPassword())) {
            errors.rejectValue("password", "email-change.password.wrong");
            return form(question.get(), page);
        }
        return submissions.once(
                submissionId,
                null,
                () -> "/compte/changement-de-courriel/suite/"
                        + service.answer(token, form.isYes()).slug());
    }

    /** @throws LinkOver if that was one password too many */
    private boolean opens(Account account, String password) {
        // Nothing typed is no guess, it is what machines send.
        if (password.isEmpty()) {
            return false;
        }
        return passwords.inTurn(() -> {
            if (!service.takeTry(account.id())) {
                throw new LinkOver();
            }
            if (account.opensWith(password, passwords)) {
                return true;
            }
            if (!service.wrongPassword(account.id())) {
                throw new LinkOver();
            }
            return false;
        });
    }

    @GetMapping("/suite/{outcome}")
    String show(@PathVariable String outcome, Model page) {
        page.addAttribute("outcome", Outcome.of(outcome).orElseThrow(NotFound::new));
        return "account/self/email-outcome";
    }

    private static String form(Question question, Model page) {
        page.addAttribute("question", question);
        return FORM;
    }

    @ExceptionHandler(LinkOver.class)
    @ResponseStatus(HttpStatus.GONE)
    String over() {
        log.record("authn_token_reuse", null, "purpose", "EMAIL_CHANGE");
        return "account/link-over";
    }

    /** Yes or no, and the password that shows who says so; never shown again. */
    static class AnswerForm {

        private String password = "";
        private boolean yes;

        public String getPassword() {
            return password;
        }

        public void setPassword(String password) {
            this.password = password;
        }

        public boolean isYes() {
            return yes;
        }

        public void setYes(boolean yes) {
            this.yes = yes;
        }
    }
}
