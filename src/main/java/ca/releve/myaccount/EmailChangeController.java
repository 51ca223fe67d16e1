package ca.releve.myaccount;

import ca.releve.account.Account;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.myaccount.MyEmailService.Question;
import ca.releve.shared.NotFound;
import ca.releve.signin.password.PasswordHashQueue;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.form.PasswordForm;
import ca.releve.web.form.Press;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The mailed links of a change of address, one a mailbox. Answering takes the password, on any device: a mail scanner that
 * follows links and submits forms answers nothing (AUTH-08).
 */
@Controller
@ForEverybody
@RequestMapping("/compte/changement-de-courriel")
class EmailChangeController {

    private static final String FORM = "myaccount/email-change";

    private final MyEmailService service;
    private final PasswordHashQueue passwords;
    private final SecurityLog log;

    EmailChangeController(MyEmailService service, PasswordHashQueue passwords, SecurityLog log) {
        this.service = service;
        this.passwords = passwords;
        this.log = log;
    }

    @GetMapping("/{token}")
    String form(@PathVariable String token, Model page) {
        page.addAttribute("form", new AnswerForm());
        return form(service.find(token).orElseThrow(LinkExpiredException::new), page);
    }

    @PostMapping("/{token}")
    String create(
            @PathVariable String token,
            Press press,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Model page) {
        // Empty after a second press of the button, too: then the first one's answer is given again.
        Optional<Question> question = service.find(token);
        if (question.isPresent() && !opens(question.get().account(), form.getPassword())) {
            errors.rejectValue("password", "email-change.password.wrong");
            return form(question.get(), page);
        }
        return press.onceByAnyone(() -> "/compte/changement-de-courriel/suite/"
                + service.answer(token, form.isYes()).slug());
    }

    /** @throws LinkExpiredException if no attempt is left */
    private boolean opens(Account account, String password) {
        // An empty password is no attempt: mail scanners send it.
        if (password.isEmpty()) {
            return false;
        }
        return passwords.run(() -> {
            if (!service.takeTry(account.id())) {
                throw new LinkExpiredException();
            }
            if (account.opensWith(password, passwords)) {
                return true;
            }
            if (!service.wrongPassword(account.id())) {
                throw new LinkExpiredException();
            }
            return false;
        });
    }

    @GetMapping("/suite/{outcome}")
    String show(@PathVariable String outcome, Model page) {
        page.addAttribute("outcome", Outcome.of(outcome).orElseThrow(NotFound::new));
        return "myaccount/email-outcome";
    }

    private static String form(Question question, Model page) {
        page.addAttribute("question", question);
        return FORM;
    }

    @ExceptionHandler(LinkExpiredException.class)
    @ResponseStatus(HttpStatus.GONE)
    String over() {
        log.record("authn_token_reuse", null, "purpose", "EMAIL_CHANGE");
        return "account/link-over";
    }

    /** The answer and the password, which is never shown again. */
    static class AnswerForm extends PasswordForm {

        private boolean yes;

        public boolean isYes() {
            return yes;
        }

        public void setYes(boolean yes) {
            this.yes = yes;
        }
    }
}
