package ca.releve.signup;

import ca.releve.account.Account;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.signin.password.PasswordHashQueue;
import ca.releve.signin.password.PasswordRules;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.signin.throttle.SignInGuard;
import ca.releve.signin.throttle.SignInGuard.Try;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The link of the confirmation mail. Mail scanners follow links and submit forms, so only the password of the sign-up confirms
 * (AUTH-08), or the session in which it was typed. For the same reason nobody confirms an account that somebody else has created
 * with their address.
 */
@Controller
@ForEverybody
@RequestMapping("/compte/confirmation/{token}")
class ConfirmationController {

    private static final String FORM = "signup/confirmation";
    private static final String SIGN_IN = "/connexion";

    private final SignUps signUps;
    private final PasswordRules rules;
    private final PasswordHashQueue passwords;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final SecurityLog log;

    ConfirmationController(
            SignUps signUps,
            PasswordRules rules,
            PasswordHashQueue passwords,
            SignInGuard guard,
            KnownDevices devices,
            SecurityLog log) {
        this.signUps = signUps;
        this.rules = rules;
        this.passwords = passwords;
        this.guard = guard;
        this.devices = devices;
        this.log = log;
    }

    /** @param other whether the user wants another password than that of the sign-up */
    @GetMapping
    String form(
            @PathVariable String token,
            @RequestParam(name = "autre", required = false) String other,
            HttpServletRequest request,
            Model page) {
        Account account = signUps.find(token).orElseThrow(LinkExpiredException::new);
        ConfirmationForm form = new ConfirmationForm();
        form.setChosen(other != null);
        page.addAttribute("form", form);
        page.addAttribute("typedHere", other == null && OwnSignUp.isOf(account, request));
        return FORM;
    }

    @PostMapping
    String create(
            @PathVariable String token,
            Press press,
            @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        press.notice("confirmation.done");
        Optional<Account> found = signUps.find(token);
        if (found.isEmpty()) {
            // A second press of the button gets the first one's answer; its link is used.
            return press.onceByAnyone(() -> {
                throw new LinkExpiredException();
            });
        }
        Account account = found.get();
        if (form.isEmpty() && OwnSignUp.isOf(account, request)) {
            String view = confirm(press, token, account);
            devices.remember(account.id(), request, response);
            OwnSignUp.forget(request);
            return view;
        }
        check(form, account, errors, request, response);
        if (errors.hasErrors()) {
            return FORM;
        }
        if (!form.isChosen()) {
            return confirm(press, token, account);
        }
        String hash = passwords.encode(form.getPassword());
        String view = press.onceByAnyone(() -> {
            guard.unlock(signUps.confirmWith(token, hash));
            return SIGN_IN;
        });
        devices.remember(account.id(), request, response);
        return view;
    }

    private String confirm(Press press, String token, Account account) {
        return press.onceByAnyone(() -> {
            signUps.confirm(token, account.passwordHash());
            return SIGN_IN;
        });
    }

    private void check(
            ConfirmationForm form,
            Account account,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (form.isChosen()) {
            rules.check(form.getPassword(), signUps.ownerOf(account), errors);
        } else if (!opens(form.getPassword(), account, request, response)) {
            errors.rejectValue("password", "confirmation.password.wrong");
        } else if (rules.tells(form.getPassword(), signUps.ownerOf(account))) {
            // Asked only now: at the sign-up the refusal would have told a stranger whose client this address is.
            errors.rejectValue("password", "confirmation.password.telling");
        }
    }

    /** Attempts are limited as on the sign-in page. */
    private boolean opens(String password, Account account, HttpServletRequest request, HttpServletResponse response) {
        if (password.isEmpty()) {
            return false;
        }
        return passwords.run(() -> {
            Try tried = guard.begin(account.emailCanonical(), request);
            if (passwords.matches(password, account.passwordHash()) && tried.isAllowed()) {
                guard.succeeded(tried);
                devices.remember(account.id(), request, response);
                return true;
            }
            log.record("authn_login_fail", account.id(), "reason", Purpose.CONFIRMATION);
            guard.failed(tried);
            return false;
        });
    }

    @ExceptionHandler(LinkExpiredException.class)
    @ResponseStatus(HttpStatus.GONE)
    String over() {
        log.record("authn_token_reuse", null, "purpose", Purpose.CONFIRMATION);
        return "account/link-over";
    }
}
