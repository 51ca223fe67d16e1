package ca.releve.account.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.NotFound;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.Submissions;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Mes clés d’accès »: everybody adds as many as she has devices, names them, and removes those of devices she gave away. */
@Controller
@RequestMapping("/mon-compte/cles")
class PasskeyController {

    private static final String LIST = "/mon-compte/cles";
    private static final String NEW = "account/passkey/new";
    private static final String NAME = "account/passkey/name";

    private final PasskeyStore store;
    private final Passkeys passkeys;
    private final Ceremony ceremony;
    private final Submissions submissions;

    PasskeyController(PasskeyStore store, Passkeys passkeys, Ceremony ceremony, Submissions submissions) {
        this.store = store;
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.submissions = submissions;
    }

    @GetMapping
    String list(CurrentAccount me, Model page) {
        List<Passkey> mine = store.of(me.id());
        page.addAttribute("passkeys", mine);
        page.addAttribute("most", SecurityNumbers.PASSKEYS_PER_ACCOUNT);
        page.addAttribute("full", Passkeys.isFull(mine));
        return "account/passkey/list";
    }

    @GetMapping("/nouvelle")
    String form(CurrentAccount me, Model page) {
        passkeys.checkRoom(me);
        page.addAttribute("form", new PasskeyForm());
        return NEW;
    }

    /** Asked by the page's script before the device is: a name that is wrong is told by the form, which is then sent. */
    @PostMapping("/nouvelle/options")
    ResponseEntity<String> begin(
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            CurrentAccount me,
            Authentication who,
            HttpServletRequest request) {
        passkeys.checkRoom(me);
        return NewPasskey.begin(errors, () -> ceremony.beginToMake(who, request));
    }

    @PostMapping("/nouvelle")
    String create(
            @Valid @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            CurrentAccount me,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return NewPasskey.create(
                errors,
                form,
                NEW,
                () -> submissions.once(submissionId, me.id(), () -> {
                    passkeys.add(me, form.getCredential(), form.getLabel(), request);
                    flash.addFlashAttribute("notice", "passkey.notice.added");
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
            @RequestParam UUID submissionId,
            CurrentAccount me,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return NAME;
        }
        return submissions.once(submissionId, me.id(), () -> {
            passkeys.rename(id, me, form.getLabel());
            flash.addFlashAttribute("notice", "passkey.notice.renamed");
            return LIST;
        });
    }

    @GetMapping("/{id}/retrait")
    String confirm(@PathVariable UUID id, CurrentAccount me, Model page) {
        page.addAttribute("passkey", store.find(id, me.id()).orElseThrow(NotFound::new));
        return "account/passkey/removal";
    }

    @PostMapping("/{id}/retrait")
    String remove(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam(defaultValue = "false") boolean endOthers,
            CurrentAccount me,
            HttpServletRequest request,
            RedirectAttributes flash) {
        String presentSession = request.getSession().getId();
        return submissions.once(submissionId, me.id(), () -> {
            passkeys.remove(id, me, endOthers, presentSession);
            flash.addFlashAttribute(
                    "notice", endOthers ? "passkey.notice.removed.others-ended" : "passkey.notice.removed");
            return LIST;
        });
    }
}
