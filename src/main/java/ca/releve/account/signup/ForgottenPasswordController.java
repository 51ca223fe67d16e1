package ca.releve.account.signup;

import ca.releve.account.limit.MailQuota;
import ca.releve.client.EmailAddress;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletRequest;
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

/** « Mot de passe oublié »: the same answer whether or not there is such an account. */
@Controller
@RequestMapping("/compte/mot-de-passe-oublie")
class ForgottenPasswordController {

    private static final String FORM = "account/forgotten";

    private static final String SENT = "/compte/mot-de-passe-oublie/envoyee";

    private final PasswordResets resets;
    private final MailQuota quota;
    private final Submissions submissions;

    ForgottenPasswordController(PasswordResets resets, MailQuota quota, Submissions submissions) {
        this.resets = resets;
        this.quota = quota;
        this.submissions = submissions;
    }

    @GetMapping
    String form(Model page) {
        page.addAttribute("form", new AddressForm());
        return FORM;
    }

    @PostMapping
    String create(
            @RequestParam UUID submissionId,
            @ModelAttribute("form") AddressForm form,
            BindingResult errors,
            HttpServletRequest request) {
        Optional<EmailAddress> email = EmailAddress.parse(form.getEmail());
        if (email.isEmpty()) {
            errors.rejectValue("email", "account.email.invalid");
            return FORM;
        }
        if (!quota.mayAsk(request)) {
            return "redirect:" + SENT;
        }
        return submissions.once(submissionId, null, () -> {
            resets.request(email.get());
            return SENT;
        });
    }

    @GetMapping("/envoyee")
    String show() {
        return "account/forgotten-sent";
    }

    /** The address of an account. */
    static class AddressForm {

        private String email = "";

        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }
    }
}
