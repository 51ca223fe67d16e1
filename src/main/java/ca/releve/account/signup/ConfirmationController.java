package ca.releve.account.signup;

import ca.releve.account.Account;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.Accounts;
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.limit.KnownDevices;
import ca.releve.account.limit.SignInGuard;
import ca.releve.account.limit.SignInGuard.Try;
import ca.releve.account.password.PasswordOwner;
import ca.releve.account.password.PasswordRules;
import ca.releve.web.BoundedPasswords;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The link of the confirmation mail. Machines that read mail follow links and send forms, so only the password of the
 * sign-up confirms (AUTH-08). It also keeps whoever signed up with somebody else's address from having her confirm it.
 */
@Controller
@RequestMapping("/compte/confirmation/{token}")
class ConfirmationController {

    private static final String FORM = "account/confirmation";

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final SignUps signUps;
    private final PasswordRules rules;
    private final BoundedPasswords passwords;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final Submissions submissions;
    private final SecurityLog log;

    ConfirmationController(
            Accounts accounts,
            AccountTokens tokens,
            SignUps signUps,
            PasswordRules rules,
            BoundedPasswords passwords,
            SignInGuard guard,
            KnownDevices devices,
            Submissions submissions,
            SecurityLog log) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.signUps = signUps;
        this.rules = rules;
        this.passwords = passwords;
        this.guard = guard;
        this.devices = devices;
        this.submissions = submissions;
        this.log = log;
    }

    @GetMapping
    String form(@PathVariable String token, Model page) {
        tokens.find(token, Purpose.CONFIRMATION).orElseThrow(LinkOver::new);
        page.addAttribute("form", new ConfirmationForm());
        return FORM;
    }

    @PostMapping
    String create(
            @PathVariable String token,
            @RequestParam UUID submissionId,
            @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        // Empty after a second press of the button, too: then the first one's answer is given again.
        Optional<Account> account = tokens.find(token, Purpose.CONFIRMATION).flatMap(accounts::findById);
        if (form.isChosen()) {
            return choose(token, submissionId, form, errors, account, request, response, next);
        }
        if (account.isPresent() && !opens(form.getPassword(), account.get(), request, response)) {
            errors.rejectValue("password", "confirmation.password.wrong");
            return FORM;
        }
        // Asked only now: at the sign-up the refusal would have told a stranger whose client this address is.
        if (account.isPresent() && rules.tells(form.getPassword(), signUps.ownerOf(account.get()))) {
            errors.rejectValue("password", "confirmation.password.telling");
            return FORM;
        }
        next.addFlashAttribute("notice", "confirmation.done");
        return submissions.once(submissionId, null, () -> {
            signUps.confirm(token, account.map(Account::passwordHash).orElseThrow(LinkOver::new));
            return "/connexion";
        });
    }

    /** Nothing is guessed here: whatever a stranger has typed at the sign-up, or tried since, is over. */
    private String choose(
            String token,
            UUID submissionId,
            ConfirmationForm form,
            BindingResult errors,
            Optional<Account> account,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        rules.check(form.getPassword(), account.map(signUps::ownerOf).orElse(PasswordOwner.NOBODY), errors);
        if (errors.hasErrors()) {
            account.orElseThrow(LinkOver::new);
            return FORM;
        }
        String hash = passwords.encode(form.getPassword());
        String view = submissions.once(submissionId, null, () -> {
            guard.unlock(signUps.confirmWith(token, hash));
            return "/connexion";
        });
        account.ifPresent(hers -> devices.remember(hers.id(), request, response));
        next.addFlashAttribute("notice", "confirmation.done");
        return view;
    }

    /** Whoever has the link still guesses the password no more often than at the sign-in page. */
    private boolean opens(String password, Account account, HttpServletRequest request, HttpServletResponse response) {
        if (password.isEmpty()) {
            return false;
        }
        return passwords.inTurn(() -> {
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

    @ExceptionHandler(LinkOver.class)
    @ResponseStatus(HttpStatus.GONE)
    String over() {
        log.record("authn_token_reuse", null, "purpose", Purpose.CONFIRMATION);
        return "account/link-over";
    }
}
