package ca.releve.signup;

import ca.releve.format.EmailAddress;
import ca.releve.signin.password.PasswordOwner;
import ca.releve.signin.password.PasswordRules;
import ca.releve.signin.throttle.MailQuota;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Créer un compte »: known and unknown people get the same answer in the same time (AUTH-01, AUTH-02). */
@Controller
@ForEverybody
@RequestMapping("/compte/creation")
class SignUpController {

    private static final String FORM = "signup/sign-up";
    private static final String SENT = "/compte/creation/envoyee";

    private final SignUps signUps;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final MailQuota quota;

    SignUpController(SignUps signUps, PasswordRules rules, PasswordEncoder passwords, MailQuota quota) {
        this.signUps = signUps;
        this.rules = rules;
        this.passwords = passwords;
        this.quota = quota;
    }

    @GetMapping
    String form(Model page) {
        page.addAttribute("form", new SignUpForm());
        return FORM;
    }

    @PostMapping
    String create(
            Press press,
            @Valid @ModelAttribute("form") SignUpForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale locale) {
        Optional<EmailAddress> email = EmailAddress.parse(form.getEmail());
        if (email.isEmpty()) {
            errors.rejectValue("email", "account.email.invalid");
        }
        rules.check(form.getPassword(), form.owner(), errors);
        if (errors.hasErrors()) {
            return FORM;
        }
        if (!quota.mayAsk(request)) {
            return "redirect:" + SENT;
        }
        // Outside of the transaction, which would hold a connection for as long as the hash takes.
        String hash = passwords.encode(form.getPassword());
        try {
            return press.onceByAnyone(() -> {
                PasswordOwner owner = signUps.signUp(
                        email.orElseThrow(), form.getFirstName(), form.getLastName(), hash, language(locale));
                // A password with the name of the client is refused at the confirmation, which asks for it then.
                if (!rules.tells(form.getPassword(), owner)) {
                    OwnSignUp.remember(request.getSession(), hash);
                }
                return SENT;
            });
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException anotherWasFaster) {
            // The same address at the same moment: the other one's account and mail are made.
            return "redirect:" + SENT;
        }
    }

    @GetMapping("/envoyee")
    String show() {
        return "signup/sign-up-sent";
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : "fr";
    }
}
