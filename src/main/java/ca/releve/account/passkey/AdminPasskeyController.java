package ca.releve.account.passkey;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.util.UUID;
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

/** What an administratrice does for somebody who has lost her passkeys, after having made sure on the phone that it is she. */
@Controller
@RequestMapping("/admin/comptes/{accountId}/cles")
class AdminPasskeyController {

    private static final String PAGE = "account/passkey/lost";

    private final Accounts accounts;
    private final PasskeyStore store;
    private final Passkeys passkeys;
    private final Submissions submissions;

    AdminPasskeyController(Accounts accounts, PasskeyStore store, Passkeys passkeys, Submissions submissions) {
        this.accounts = accounts;
        this.store = store;
        this.passkeys = passkeys;
        this.submissions = submissions;
    }

    @GetMapping
    String confirm(@PathVariable UUID accountId, Actor me, Model page) {
        Passkeys.requireAnother(accountId, me);
        return page(accountId, new LostForm(), page);
    }

    @PostMapping
    String remove(
            @PathVariable UUID accountId,
            @Valid @ModelAttribute("form") LostForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            // Somebody else removed them meanwhile: there is no form any more to mend.
            return store.of(accountId).isEmpty() ? "redirect:/admin/comptes/" + accountId : page(accountId, form, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            passkeys.removeAll(accountId, me, form.getReason());
            flash.addFlashAttribute("notice", "passkey.notice.all-removed");
            return "/admin/comptes/" + accountId;
        });
    }

    private String page(UUID accountId, LostForm form, Model page) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        page.addAttribute("account", account);
        page.addAttribute("passkeys", store.of(accountId));
        page.addAttribute("form", form);
        return PAGE;
    }
}
