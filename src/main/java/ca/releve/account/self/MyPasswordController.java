package ca.releve.account.self;

import ca.releve.account.CurrentAccount;
import ca.releve.account.limit.KnownDevices;
import ca.releve.account.password.PasswordOwner;
import ca.releve.account.password.PasswordRules;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Changer mon mot de passe ». Asks for no present password: whoever gets here has just given a factor (AUTH-16). */
@Controller
@RequestMapping("/mon-compte/mot-de-passe")
class MyPasswordController {

    private static final String FORM = "account/self/password";

    private final MyPasswordService service;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final KnownDevices devices;
    private final Submissions submissions;

    MyPasswordController(
            MyPasswordService service,
            PasswordRules rules,
            PasswordEncoder passwords,
            KnownDevices devices,
            Submissions submissions) {
        this.service = service;
        this.rules = rules;
        this.passwords = passwords;
        this.devices = devices;
        this.submissions = submissions;
    }

    @GetMapping
    String form(Model page) {
        page.addAttribute("form", new NewPasswordForm());
        return FORM;
    }

    @PostMapping
    String update(
            @RequestParam UUID submissionId,
            @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            CurrentAccount me,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        rules.check(form.getPassword(), PasswordOwner.of(me), errors);
        if (errors.hasErrors()) {
            return FORM;
        }
        // Outside of the transaction, which would hold a connection for as long as the hash takes.
        String hash = passwords.encode(form.getPassword());
        String presentSession = request.getSession().getId();
        String view = submissions.once(submissionId, me.id(), () -> {
            service.change(me, hash, form.isEndOthers(), presentSession);
            devices.remember(me.id(), request, response);
            next.addFlashAttribute("notice", form.isEndOthers() ? "my-password.done.others-ended" : "my-password.done");
            return "/mon-compte";
        });
        request.changeSessionId();
        return view;
    }
}
