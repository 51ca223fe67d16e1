package ca.releve.myaccount;

import ca.releve.account.CurrentAccount;
import ca.releve.signin.AccountPasswords;
import ca.releve.signin.password.PasswordOwner;
import ca.releve.signin.password.PasswordRules;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.web.access.ForSignedIn;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Changer mon mot de passe »; takes a recent factor instead of the present password (AUTH-16). */
@Controller
@ForSignedIn
@RequiresRecentFactor
@RequestMapping("/mon-compte/mot-de-passe")
class MyPasswordController {

    private static final String FORM = "myaccount/password";

    private final AccountPasswords passwords;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final KnownDevices devices;

    MyPasswordController(
            AccountPasswords passwords, PasswordRules rules, PasswordEncoder encoder, KnownDevices devices) {
        this.passwords = passwords;
        this.rules = rules;
        this.encoder = encoder;
        this.devices = devices;
    }

    @GetMapping
    String form(Model page) {
        page.addAttribute("form", new NewPasswordForm());
        return FORM;
    }

    @PostMapping
    String update(
            Press press,
            @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            CurrentAccount me,
            HttpServletRequest request,
            HttpServletResponse response) {
        rules.check(form.getPassword(), PasswordOwner.of(me), errors);
        if (errors.hasErrors()) {
            return FORM;
        }
        // Outside of the transaction, which would hold a connection for as long as the hash takes.
        String hash = encoder.encode(form.getPassword());
        String presentSession = request.getSession().getId();
        String view = press.once(() -> {
            passwords.change(me.id(), hash, form.isEndOthers(), presentSession);
            devices.remember(me.id(), request, response);
            press.notice(form.isEndOthers() ? "my-password.done.others-ended" : "my-password.done");
            return "/mon-compte";
        });
        request.changeSessionId();
        return view;
    }
}
