package ca.releve.signin.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.account.Factors;
import ca.releve.web.access.ForAnyFactor;
import ca.releve.web.access.ForEverybody;
import ca.releve.web.form.Press;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
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

/** The pages that ask for a factor after the sign-in: the second one of the staff, and a recent one. */
@Controller
@ForAnyFactor
@RequestMapping("/connexion")
class FactorController {

    private final PasskeyStore store;
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;

    FactorController(PasskeyStore store, Passkeys passkeys, PasskeyCeremony ceremony) {
        this.store = store;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
    }

    @GetMapping("/cle")
    String second(
            @RequestAttribute(name = Factors.MISSING, required = false) String missing, CurrentAccount me, Model page) {
        if (!FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(missing)) {
            return "redirect:/";
        }
        page.addAttribute("hasPasskey", store.has(me.id()));
        return "signin/passkey/second";
    }

    @PostMapping("/cle/lien")
    String create(Press press, CurrentAccount me) {
        return press.once(() -> {
            boolean sent = passkeys.requestLink(me);
            press.noticeOrWarning(
                    sent,
                    "passkey.notice.link",
                    "passkey.notice.links-enough",
                    me.email(),
                    SecurityNumbers.PASSKEY_LINK_LIFETIME.toMinutes());
            return "/connexion/cle";
        });
    }

    /** The options that the browser needs to use a passkey. */
    @PostMapping("/cle/options")
    @ForEverybody
    ResponseEntity<String> begin(Authentication who, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ceremony.beginAuthentication(who, request));
    }

    @GetMapping("/confirmation")
    String again(
            @RequestAttribute(name = Factors.MISSING, required = false) String missing, CurrentAccount me, Model page) {
        page.addAttribute("hasPasskey", passkeys.canConfirm(me, missing));
        return "signin/passkey/again";
    }
}
