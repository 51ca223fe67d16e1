package ca.releve.account.signup;

import ca.releve.account.limit.MailQuota;
import ca.releve.account.signup.ForgottenPasswordController.AddressForm;
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

/** The confirmation mail once more: the same answer whether or not an account waits for it (AUTH-01). */
@Controller
@RequestMapping("/compte/confirmation/renvoi")
class ConfirmationResendController {

    private static final String FORM = "account/confirmation-resend";
    private static final String SENT = "/compte/creation/envoyee";

    private final SignUps signUps;
    private final MailQuota quota;
    private final Submissions submissions;

    ConfirmationResendController(SignUps signUps, MailQuota quota, Submissions submissions) {
        this.signUps = signUps;
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
            signUps.confirmAgain(email.get());
            return SENT;
        });
    }
}
