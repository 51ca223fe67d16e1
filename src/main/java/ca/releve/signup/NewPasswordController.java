package ca.releve.signup;

import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.signin.AccountPasswords;
import ca.releve.signin.password.PasswordOwner;
import ca.releve.signin.password.PasswordRules;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.form.PasswordForm;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
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

/** The link of « Mot de passe oublié »: the user chooses a new password, and signs in with it. */
@Controller
@ForEverybody
@RequestMapping("/compte/nouveau-mot-de-passe/{token}")
class NewPasswordController {

    private static final String FORM = "signup/new-password";

    private final AccountPasswords passwords;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final KnownDevices devices;
    private final SecurityLog log;

    NewPasswordController(
            AccountPasswords passwords,
            PasswordRules rules,
            PasswordEncoder encoder,
            KnownDevices devices,
            SecurityLog log) {
        this.passwords = passwords;
        this.rules = rules;
        this.encoder = encoder;
        this.devices = devices;
        this.log = log;
    }

    @GetMapping
    String form(@PathVariable String token, Model page) {
        passwords.find(token).orElseThrow(LinkExpiredException::new);
        page.addAttribute("form", new PasswordForm());
        return FORM;
    }

    @PostMapping
    String create(
            @PathVariable String token,
            Press press,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Empty after a second press of the button, too: then the first one's answer is given again.
        Optional<UUID> account = passwords.find(token);
        rules.check(form.getPassword(), account.map(passwords::ownerOf).orElse(PasswordOwner.NOBODY), errors);
        if (errors.hasErrors()) {
            account.orElseThrow(LinkExpiredException::new);
            return FORM;
        }
        String hash = encoder.encode(form.getPassword());
        String view = press.onceByAnyone(() -> {
            passwords.reset(token, hash);
            return "/connexion";
        });
        endThisSession(request);
        // The only browser that is known to be the user's: failed attempts of others must not lock it out.
        account.ifPresent(id -> devices.remember(id, request, response));
        press.notice("new-password.done");
        return view;
    }

    /** This browser may hold one of the ended sessions: nothing more may be written to it. */
    private static void endThisSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @ExceptionHandler(LinkExpiredException.class)
    @ResponseStatus(HttpStatus.GONE)
    String over() {
        log.record("authn_token_reuse", null, "purpose", Purpose.PASSWORD_RESET);
        return "account/link-over";
    }
}
