package ca.releve.account.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.account.Factors;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a factor is given beside the sign-in page: the second one of the staff, and one once more. */
@Controller
@RequestMapping("/connexion")
class FactorController {

    private final PasskeyStore store;
    private final Passkeys passkeys;
    private final Ceremony ceremony;
    private final Submissions submissions;

    FactorController(PasskeyStore store, Passkeys passkeys, Ceremony ceremony, Submissions submissions) {
        this.store = store;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.submissions = submissions;
    }

    @GetMapping("/cle")
    String second(
            @RequestAttribute(name = Factors.MISSING, required = false) String missing, CurrentAccount me, Model page) {
        if (!FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(missing)) {
            return "redirect:/";
        }
        page.addAttribute("hasPasskey", store.has(me.id()));
        return "account/passkey/second";
    }

    @PostMapping("/cle/lien")
    String create(@RequestParam UUID submissionId, CurrentAccount me, RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            boolean sent = passkeys.requestLink(me);
            flash.addFlashAttribute("notice", sent ? "passkey.notice.link" : "passkey.notice.links-enough");
            flash.addFlashAttribute("warning", !sent);
            flash.addFlashAttribute(
                    "noticeFacts", new Object[] {me.email(), SecurityNumbers.PASSKEY_LINK_LIFETIME.toMinutes()});
            return "/connexion/cle";
        });
    }

    /** What the browser needs to ask for a passkey. */
    @PostMapping("/cle/options")
    ResponseEntity<String> begin(Authentication who, HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ceremony.beginToAsk(who, request));
    }

    @GetMapping("/confirmation")
    String again(
            @RequestAttribute(name = Factors.MISSING, required = false) String missing, CurrentAccount me, Model page) {
        page.addAttribute("hasPasskey", passkeys.helps(me, missing));
        return "account/passkey/again";
    }
}
