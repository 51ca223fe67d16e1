package ca.releve.account.passkey;

import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.CurrentAccount;
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.limit.Limit;
import ca.releve.account.limit.Limits;
import ca.releve.web.Submissions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The link by which a member of the staff adds her first passkey (AUTH-23). A stolen password alone must not be enough to
 * add one, so it takes her mailbox as well; and the password, so that her mailbox is not enough either.
 *
 * <p>The session remembers which link was shown, not its token: whoever reads the table of sessions can open nothing, and she
 * may sign in on the way.
 */
@Controller
@RequestMapping("/compte/cle")
class PasskeyLinkController {

    private static final String FORM = "account/passkey/first";
    private static final String SHOWN = "passkeyLinkShown";

    private final AccountTokens tokens;
    private final Passkeys passkeys;
    private final Ceremony ceremony;
    private final Submissions submissions;
    private final Limits limits;
    private final SecurityLog log;

    PasskeyLinkController(
            AccountTokens tokens,
            Passkeys passkeys,
            Ceremony ceremony,
            Submissions submissions,
            Limits limits,
            SecurityLog log) {
        this.tokens = tokens;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.submissions = submissions;
        this.limits = limits;
        this.log = log;
    }

    @GetMapping("/{token}")
    String follow(@PathVariable String token, HttpSession session) {
        session.setAttribute(SHOWN, tokens.idOf(token, Purpose.PASSKEY).orElseThrow(LinkOver::new));
        return "redirect:/compte/cle";
    }

    @GetMapping
    String form(@SessionAttribute(name = SHOWN, required = false) UUID shown, CurrentAccount me, Model page) {
        check(shown, me);
        page.addAttribute("form", new PasskeyForm());
        return FORM;
    }

    @PostMapping("/options")
    ResponseEntity<String> begin(
            @SessionAttribute(name = SHOWN, required = false) UUID shown,
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            CurrentAccount me,
            Authentication who,
            HttpServletRequest request) {
        check(shown, me);
        return NewPasskey.begin(errors, () -> ceremony.beginToMake(who, request));
    }

    @PostMapping
    String create(
            @SessionAttribute(name = SHOWN, required = false) UUID shown,
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            CurrentAccount me,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return NewPasskey.create(
                errors,
                form,
                FORM,
                () -> submissions.once(submissionId, me.id(), () -> {
                    passkeys.addFirst(shown, me, form.getCredential(), form.getLabel(), request);
                    flash.addFlashAttribute("notice", "passkey.notice.first");
                    return "/connexion/cle";
                }));
    }

    private void check(UUID shown, CurrentAccount me) {
        tokens.accountOf(shown, Purpose.PASSKEY).filter(me.id()::equals).orElseThrow(LinkOver::new);
    }

    @ExceptionHandler(LinkOver.class)
    @ResponseStatus(HttpStatus.GONE)
    String over(HttpServletRequest request) {
        UUID account = CurrentAccount.of(request).map(CurrentAccount::id).orElse(null);
        // How many links a stranger follows is counted for all of them; the form behind this one has an address
        // without.
        if (account == null
                || limits.take(Limit.EVENTS_OF_ACCOUNT, account.toString()).isEmpty()) {
            log.record("authn_token_reuse", account, "purpose", Purpose.PASSKEY);
        }
        return "account/passkey/link-over";
    }
}
