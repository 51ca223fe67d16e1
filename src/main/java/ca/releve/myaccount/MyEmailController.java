package ca.releve.myaccount;

import ca.releve.account.CurrentAccount;
import ca.releve.account.EmailChanges;
import ca.releve.format.EmailAddress;
import ca.releve.web.access.ForSignedIn;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Changer mon courriel »: requests a change of address, shows and cancels the one that waits. */
@Controller
@ForSignedIn
@RequiresRecentFactor
@RequestMapping("/mon-compte/courriel")
class MyEmailController {

    private static final String FORM = "myaccount/email";
    private static final String PLACE = "/mon-compte/courriel";

    private final MyEmailService service;
    private final EmailChanges changes;

    MyEmailController(MyEmailService service, EmailChanges changes) {
        this.service = service;
        this.changes = changes;
    }

    @GetMapping
    String form(CurrentAccount me, Model page) {
        page.addAttribute("form", new EmailForm());
        return form(me.id(), page);
    }

    @PostMapping
    String update(
            Press press, @ModelAttribute("form") EmailForm form, BindingResult errors, CurrentAccount me, Model page) {
        Optional<EmailAddress> wanted = EmailAddress.parse(form.getEmail());
        if (wanted.isEmpty()) {
            errors.rejectValue("email", "account.email.invalid");
        } else if (wanted.equals(EmailAddress.parse(me.email()))) {
            errors.rejectValue("email", "my-email.same");
        }
        if (errors.hasErrors()) {
            return form(me.id(), page);
        }
        return press.once(() -> {
            boolean sent = service.request(me.id(), wanted.orElseThrow());
            press.noticeOrWarning(sent, "my-email.asked", "my-email.too-many");
            return PLACE;
        });
    }

    @GetMapping("/annulation")
    String back() {
        return "redirect:" + PLACE;
    }

    @PostMapping("/annulation")
    String cancel(Press press, CurrentAccount me) {
        return press.once("my-email.cancelled", PLACE, () -> service.cancel(me.id()));
    }

    private String form(UUID accountId, Model page) {
        page.addAttribute("pending", changes.find(accountId).orElse(null));
        return FORM;
    }

    /** The wanted address. */
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
