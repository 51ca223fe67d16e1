package ca.releve.signin.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.NotFound;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.signin.throttle.PasskeyOffer;
import ca.releve.web.access.ForSignedIn;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Mes clés d’accès »: users add, rename and remove their own passkeys. */
@Controller
@ForSignedIn
@RequiresRecentFactor
@RequestMapping("/mon-compte/cles")
class PasskeyController {

    private static final String LIST = "/mon-compte/cles";
    private static final String NEW = "signin/passkey/new";
    private static final String NAME = "signin/passkey/name";

    private final PasskeyStore store;
    private final Passkeys passkeys;
    private final PasskeyCeremony ceremony;
    private final KnownDevices devices;

    PasskeyController(PasskeyStore store, Passkeys passkeys, PasskeyCeremony ceremony, KnownDevices devices) {
        this.store = store;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.devices = devices;
    }

    @GetMapping
    String list(CurrentAccount me, Model page) {
        List<Passkey> mine = store.of(me.id());
        page.addAttribute("passkeys", mine);
        page.addAttribute("most", SecurityNumbers.PASSKEYS_PER_ACCOUNT);
        page.addAttribute("full", Passkeys.isFull(mine));
        return "signin/passkey/list";
    }

    @GetMapping("/nouvelle")
    String form(CurrentAccount me, Model page) {
        passkeys.checkRoom(me);
        page.addAttribute("form", new PasskeyForm());
        return NEW;
    }

    /** Called by the script before it asks the device; 422 makes the script send the form, which shows the wrong field. */
    @PostMapping("/nouvelle/options")
    ResponseEntity<String> begin(
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            CurrentAccount me,
            Authentication who,
            HttpServletRequest request) {
        passkeys.checkRoom(me);
        return PasskeyCreation.begin(errors, () -> ceremony.beginRegistration(who, request));
    }

    @PostMapping("/nouvelle")
    String create(
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            HttpServletRequest request) {
        return PasskeyCreation.create(
                errors,
                form,
                NEW,
                () -> press.once("passkey.notice.added", () -> {
                    passkeys.add(me, form.getCredential(), form.getLabel(), request);
                    devices.offerNoPasskey(me.id(), request);
                    PasskeyOffer.end(request);
                    return LIST;
                }));
    }

    @GetMapping("/{id}/nom")
    String edit(@PathVariable UUID id, CurrentAccount me, Model page) {
        page.addAttribute("form", PasskeyForm.of(store.find(id, me.id()).orElseThrow(NotFound::new)));
        return NAME;
    }

    @PostMapping("/{id}/nom")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me) {
        if (errors.hasErrors()) {
            return NAME;
        }
        return press.once("passkey.notice.renamed", () -> {
            passkeys.rename(id, me, form.getLabel());
            return LIST;
        });
    }

    @GetMapping("/{id}/retrait")
    String confirm(@PathVariable UUID id, CurrentAccount me, Model page) {
        page.addAttribute("passkey", store.find(id, me.id()).orElseThrow(NotFound::new));
        return "signin/passkey/removal";
    }

    @PostMapping("/{id}/retrait")
    String remove(
            @PathVariable UUID id,
            Press press,
            @RequestParam(defaultValue = "false") boolean endOthers,
            CurrentAccount me,
            HttpServletRequest request) {
        String presentSession = request.getSession().getId();
        return press.once(() -> {
            passkeys.remove(id, me, endOthers, presentSession);
            press.notice(endOthers ? "passkey.notice.removed.others-ended" : "passkey.notice.removed");
            return LIST;
        });
    }
}
