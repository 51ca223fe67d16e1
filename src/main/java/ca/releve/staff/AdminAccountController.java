package ca.releve.staff;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.history.PersonHistory;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.signin.audit.SecurityEventRows;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists and shows accounts, and what administrators do with them. */
@Controller
@ForAdministrators
@RequiresRecentFactor(toRead = false)
@RequestMapping("/admin/comptes")
class AdminAccountController {

    static final String LIST = "/admin/comptes";

    private final AccountRows rows;
    private final AccountService service;
    private final SecurityEventRows events;
    private final History history;
    private final MessageSource messages;

    AdminAccountController(
            AccountRows rows,
            AccountService service,
            SecurityEventRows events,
            History history,
            MessageSource messages) {
        this.rows = rows;
        this.service = service;
        this.events = events;
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
    String list(@ModelAttribute("filter") AccountFilter filter, ListPosition position, Locale locale, Model page) {
        page.addAttribute("kinds", AccountFilter.kinds(messages, locale));
        page.addAttribute("states", AccountFilter.states(messages, locale));
        page.addAttribute("list", rows.find(filter, position));
        return "staff/account-list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor me, Model page) {
        AccountPage account = account(id);
        PersonHistory lately = history.ofPerson(List.of(id, account.person().id()), id);
        page.addAttribute("account", account);
        page.addAttribute("own", id.equals(me.id()));
        page.addAttribute("events", events.latestOf(id));
        page.addAttribute("history", lately.about());
        page.addAttribute("deeds", lately.by());
        return "staff/account";
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Actor me, Model page) {
        AccountPage account = account(id);
        if (id.equals(me.id())) {
            throw new RuleViolation("rule.account.self");
        }
        return account.standing() == AccountStanding.DISABLED
                ? back(id)
                : deactivation(account).ask(account.version(), new ReasonForm(), page);
    }

    @PostMapping("/{id}/desactivation")
    String disable(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.require("accounts.reason.required", errors);
        if (errors.hasErrors()) {
            return deactivation(account(id)).ask(press.version(), form, page);
        }
        return press.once(
                "accounts.notice.disabled",
                LIST + "/" + id,
                () -> service.disable(id, press.version(), form.getReason(), me));
    }

    @GetMapping({
        "/{id}/reactivation",
        "/{id}/deverrouillage",
        "/{id}/sessions",
        "/{id}/confirmation",
        "/{id}/mot-de-passe"
    })
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/reactivation")
    String enable(@PathVariable UUID id, Press press, Actor me) {
        return press.once("accounts.notice.enabled", LIST + "/" + id, () -> service.enable(id, press.version(), me));
    }

    @PostMapping("/{id}/deverrouillage")
    String unlock(@PathVariable UUID id, Press press, Actor me) {
        return press.once(() -> told(id, service.unlock(id, me), "unlocked", "not-locked", press));
    }

    @PostMapping("/{id}/sessions")
    String endSessions(@PathVariable UUID id, Press press, Actor me) {
        return press.once(() -> told(id, service.endSessions(id, me), "sessions-ended", "no-sessions", press));
    }

    @PostMapping("/{id}/confirmation")
    String resendConfirmation(@PathVariable UUID id, Press press, Actor me) {
        return press.once(
                () -> told(id, service.resendConfirmation(id, me), "confirmation-sent", "too-many-mails", press));
    }

    @PostMapping("/{id}/mot-de-passe")
    String startReset(@PathVariable UUID id, Press press, Actor me) {
        return press.once(() -> told(id, service.startReset(id, me), "reset-started", "too-many-mails", press));
    }

    private static String told(UUID id, boolean done, String notice, String warning, Press press) {
        press.noticeOrWarning(done, "accounts.notice." + notice, "accounts.notice." + warning);
        return LIST + "/" + id;
    }

    private AccountPage account(UUID id) {
        return rows.page(id).orElseThrow(NotFound::new);
    }

    private static Deactivation deactivation(AccountPage account) {
        return new Deactivation("accounts.disable", account.name(), LIST + "/" + account.id(), true);
    }
}
