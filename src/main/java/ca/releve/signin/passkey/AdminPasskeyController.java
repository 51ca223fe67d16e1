package ca.releve.signin.passkey;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
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

/** Removes the passkeys of a user who has lost them, after an administrator has identified the user on the phone (AUTH-23). */
@Controller
@ForAdministrators
@RequiresRecentFactor(toRead = false)
@RequestMapping("/admin/comptes/{accountId}/cles")
class AdminPasskeyController {

    private static final String PAGE = "signin/passkey/lost";

    private final Accounts accounts;
    private final PasskeyStore store;
    private final Passkeys passkeys;

    AdminPasskeyController(Accounts accounts, PasskeyStore store, Passkeys passkeys) {
        this.accounts = accounts;
        this.store = store;
        this.passkeys = passkeys;
    }

    @GetMapping
    String confirm(@PathVariable UUID accountId, Actor me, Model page) {
        Passkeys.requireAnother(accountId, me);
        return page(accountId, new ReasonForm(), page);
    }

    @PostMapping
    String remove(
            @PathVariable UUID accountId,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.require("passkey.lost.reason.required", errors);
        if (errors.hasErrors()) {
            // Another administrator removed them meanwhile, so that the form is no longer shown.
            return store.of(accountId).isEmpty() ? "redirect:/admin/comptes/" + accountId : page(accountId, form, page);
        }
        return press.once("passkey.notice.all-removed", () -> {
            passkeys.removeAll(accountId, me, form.getReason());
            return "/admin/comptes/" + accountId;
        });
    }

    private String page(UUID accountId, ReasonForm form, Model page) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        page.addAttribute("account", account);
        page.addAttribute("passkeys", store.of(accountId));
        page.addAttribute("form", form);
        return PAGE;
    }
}
