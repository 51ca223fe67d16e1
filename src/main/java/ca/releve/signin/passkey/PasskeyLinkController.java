package ca.releve.signin.passkey;

import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.CurrentAccount;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.signin.throttle.Limit;
import ca.releve.signin.throttle.Limits;
import ca.releve.web.access.ForAnyFactor;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
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
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * The mailed link by which the staff add their first passkey (AUTH-23). It takes the mailbox and the password, so that
 * neither of them alone is enough.
 *
 * <p>The session stores the id of the link, not its token: the session table does not hold a working link, and the user may
 * sign in between.
 */
@Controller
@ForAnyFactor
@RequestMapping("/compte/cle")
class PasskeyLinkController {

    private static final String FORM = "signin/passkey/first";
    private static final String SHOWN = "passkeyLinkShown";

    private final AccountTokens tokens;
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;
    private final Limits limits;
    private final SecurityLog log;

    PasskeyLinkController(
            AccountTokens tokens, Passkeys passkeys, PasskeyCeremony ceremony, Limits limits, SecurityLog log) {
        this.tokens = tokens;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.limits = limits;
        this.log = log;
    }

    @GetMapping("/{token}")
    @ForEverybody
    String follow(@PathVariable String token, HttpSession session) {
        session.setAttribute(SHOWN, tokens.idOf(token, Purpose.PASSKEY).orElseThrow(LinkExpiredException::new));
        return "redirect:/compte/cle";
    }

    @GetMapping
    @RequiresRecentFactor
    String form(@SessionAttribute(name = SHOWN, required = false) UUID shown, CurrentAccount me, Model page) {
        check(shown, me);
        page.addAttribute("form", new PasskeyForm());
        return FORM;
    }

    @PostMapping("/options")
    @RequiresRecentFactor
    ResponseEntity<String> begin(
            @SessionAttribute(name = SHOWN, required = false) UUID shown,
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            CurrentAccount me,
            Authentication who,
            HttpServletRequest request) {
        check(shown, me);
        return PasskeyCreation.begin(errors, () -> ceremony.beginRegistration(who, request));
    }

    @PostMapping
    @RequiresRecentFactor
    String create(
            @SessionAttribute(name = SHOWN, required = false) UUID shown,
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            HttpServletRequest request) {
        return PasskeyCreation.create(
                errors,
                form,
                FORM,
                () -> press.once("passkey.notice.first", () -> {
                    passkeys.addFirst(shown, me, form.getCredential(), form.getLabel(), request);
                    return "/connexion/cle";
                }));
    }

    private void check(UUID shown, CurrentAccount me) {
        tokens.accountOf(shown, Purpose.PASSKEY).filter(me.id()::equals).orElseThrow(LinkExpiredException::new);
    }

    @ExceptionHandler(LinkExpiredException.class)
    @ResponseStatus(HttpStatus.GONE)
    String over(HttpServletRequest request) {
        UUID account = CurrentAccount.of(request).map(CurrentAccount::id).orElse(null);
        // The filter of wrong links counts users who are not signed in; this form's address has no token to count.
        if (account == null
                || limits.take(Limit.EVENTS_OF_ACCOUNT, account.toString()).isEmpty()) {
            log.record("authn_token_reuse", account, "purpose", Purpose.PASSKEY);
        }
        return "signin/passkey/link-over";
    }
}
