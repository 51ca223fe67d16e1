package ca.releve.account.signup;

import ca.releve.account.Account;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.Accounts;
import ca.releve.account.CurrentAccounts;
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.limit.KnownDevices;
import ca.releve.account.password.PasswordOwner;
import ca.releve.account.password.PasswordRules;
import ca.releve.web.Submissions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The link of « Mot de passe oublié »: she chooses a new password, and signs in with it. */
@Controller
@RequestMapping("/compte/nouveau-mot-de-passe/{token}")
class NewPasswordController {

    private static final String FORM = "account/new-password";

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;
    private final AccountTokens tokens;
    private final PasswordResets resets;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final KnownDevices devices;
    private final Submissions submissions;
    private final SecurityLog log;

    NewPasswordController(
            Accounts accounts,
            CurrentAccounts currentAccounts,
            AccountTokens tokens,
            PasswordResets resets,
            PasswordRules rules,
            PasswordEncoder passwords,
            KnownDevices devices,
            Submissions submissions,
            SecurityLog log) {
        this.accounts = accounts;
        this.currentAccounts = currentAccounts;
        this.tokens = tokens;
        this.resets = resets;
        this.rules = rules;
        this.passwords = passwords;
        this.devices = devices;
        this.submissions = submissions;
        this.log = log;
    }

    @GetMapping
    String form(@PathVariable String token, Model page) {
        tokens.find(token, Purpose.PASSWORD_RESET).orElseThrow(LinkOver::new);
        page.addAttribute("form", new PasswordForm());
        return FORM;
    }

    @PostMapping
    String create(
            @PathVariable String token,
            @RequestParam UUID submissionId,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        // Empty after a second press of the button, too: then the first one's answer is given again.
        Optional<Account> account = tokens.find(token, Purpose.PASSWORD_RESET).flatMap(accounts::findById);
        PasswordOwner owner = account.flatMap(it -> currentAccounts.find(it.id()))
                .map(PasswordOwner::of)
                .orElse(PasswordOwner.NOBODY);
        rules.check(form.getPassword(), owner, errors);
        if (errors.hasErrors()) {
            account.orElseThrow(LinkOver::new);
            return FORM;
        }
        String hash = passwords.encode(form.getPassword());
        String view = submissions.once(submissionId, null, () -> {
            resets.reset(token, hash);
            return "/connexion";
        });
        endThisSession(request);
        // The only browser that is known to be hers: what strangers try must not keep her out of it.
        account.ifPresent(hers -> devices.remember(hers.id(), request, response));
        next.addFlashAttribute("notice", "new-password.done");
        return view;
    }

    /** This browser may hold one of the sessions that were ended: nothing more may be written into it. */
    private static void endThisSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @ExceptionHandler(LinkOver.class)
    @ResponseStatus(HttpStatus.GONE)
    String over() {
        log.record("authn_token_reuse", null, "purpose", Purpose.PASSWORD_RESET);
        return "account/link-over";
    }
}
