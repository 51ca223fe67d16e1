package ca.releve.signup;

import ca.releve.format.EmailAddress;
import ca.releve.signin.AccountPasswords;
import ca.releve.signin.throttle.MailQuota;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Sends a link to the typed address: the one that confirms an account once more, or one to a new password. The answer is the
 * same whether or not there is such an account (AUTH-01).
 */
@Controller
@ForEverybody
@RequestMapping("/compte")
class LinkRequestController {

    private static final String CONFIRMATION = "signup/confirmation-resend";
    private static final String FORGOTTEN = "signup/forgotten";

    private final SignUps signUps;
    private final AccountPasswords passwords;
    private final MailQuota quota;

    LinkRequestController(SignUps signUps, AccountPasswords passwords, MailQuota quota) {
        this.signUps = signUps;
        this.passwords = passwords;
        this.quota = quota;
    }

    @GetMapping("/confirmation/renvoi")
    String confirmation(Model page) {
        page.addAttribute("form", new AddressForm());
        return CONFIRMATION;
    }

    @PostMapping("/confirmation/renvoi")
    String sendConfirmation(
            Press press, @ModelAttribute("form") AddressForm form, BindingResult errors, HttpServletRequest request) {
        Optional<EmailAddress> email = form.check(errors);
        return email.isEmpty()
                ? CONFIRMATION
                : send(press, request, "/compte/creation/envoyee", () -> signUps.confirmAgain(email.get()));
    }

    @GetMapping("/mot-de-passe-oublie")
    String forgotten(Model page) {
        page.addAttribute("form", new AddressForm());
        return FORGOTTEN;
    }

    @PostMapping("/mot-de-passe-oublie")
    String sendReset(
            Press press, @ModelAttribute("form") AddressForm form, BindingResult errors, HttpServletRequest request) {
        Optional<EmailAddress> email = form.check(errors);
        return email.isEmpty()
                ? FORGOTTEN
                : send(
                        press,
                        request,
                        "/compte/mot-de-passe-oublie/envoyee",
                        () -> passwords.requestReset(email.get()));
    }

    @GetMapping("/mot-de-passe-oublie/envoyee")
    String show() {
        return "signup/forgotten-sent";
    }

    private String send(Press press, HttpServletRequest request, String sent, Runnable mail) {
        if (!quota.mayAsk(request)) {
            return "redirect:" + sent;
        }
        return press.onceByAnyone(() -> {
            mail.run();
            return sent;
        });
    }

    /** The address of an account. */
    static class AddressForm {

        private String email = "";

        /** @return empty if it is none, which becomes an error of the form */
        Optional<EmailAddress> check(BindingResult errors) {
            Optional<EmailAddress> address = EmailAddress.parse(email);
            if (address.isEmpty()) {
                errors.rejectValue("email", "account.email.invalid");
            }
            return address;
        }

        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }
    }
}
