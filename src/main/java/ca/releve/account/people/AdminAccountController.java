package ca.releve.account.people;

import ca.releve.account.events.SecurityEventRows;
import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.history.PersonHistory;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.Submissions;
import ca.releve.web.Window;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Comptes: the ways in of everybody, and what an administratrice may do about them. */
@Controller
@RequestMapping("/admin/comptes")
class AdminAccountController {

    private static final String LIST = "/admin/comptes";

    private final AccountRows rows;
    private final AccountService service;
    private final SecurityEventRows events;
    private final History history;
    private final Submissions submissions;
    private final MessageSource messages;

    AdminAccountController(
            AccountRows rows,
            AccountService service,
            SecurityEventRows events,
            History history,
            Submissions submissions,
            MessageSource messages) {
        this.rows = rows;
        this.service = service;
        this.events = events;
        this.history = history;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") AccountFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model page) {
        page.addAttribute("kinds", filter.kinds(messages, locale));
        page.addAttribute("states", filter.states(messages, locale));
        page.addAttribute(
                "accounts", Window.of(rows.find(filter, number), number, it -> UriComponentsBuilder.fromPath(LIST)
                        .queryParam("text", filter.getText())
                        .queryParam("kind", filter.getKind())
                        .queryParam("state", filter.getState())
                        .queryParam("page", it)
                        .encode()
                        .toUriString()));
        return "account/admin/account-list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor me, Model page) {
        AccountSheet account = sheet(id);
        PersonHistory lately = history.ofPerson(account.subjectIds(), id);
        page.addAttribute("account", account);
        page.addAttribute("herself", id.equals(me.id()));
        page.addAttribute("events", events.latestOf(id));
        page.addAttribute("history", lately.about());
        page.addAttribute("deeds", lately.by());
        return "account/admin/account";
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Actor me, Model page) {
        AccountSheet account = sheet(id);
        if (id.equals(me.id())) {
            throw new RuleViolation("rule.account.self");
        }
        return account.isDisabled() ? back(id) : confirmation(account, account.version(), new ExplanationForm(), page);
    }

    @PostMapping("/{id}/desactivation")
    String disable(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ExplanationForm form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return confirmation(sheet(id), version, form, page);
        }
        return once(id, submissionId, me, "disabled", flash, it -> service.disable(id, version, form.getReason(), it));
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
    String enable(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return once(id, submissionId, me, "enabled", flash, it -> service.enable(id, version, it));
    }

    @PostMapping("/{id}/deverrouillage")
    String unlock(@PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return once(id, submissionId, me, "unlocked", "not-locked", flash, it -> service.unlock(id, it));
    }

    @PostMapping("/{id}/sessions")
    String endSessions(@PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return once(id, submissionId, me, "sessions-ended", "no-sessions", flash, it -> service.endSessions(id, it));
    }

    @PostMapping("/{id}/confirmation")
    String resendConfirmation(
            @PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return once(
                id,
                submissionId,
                me,
                "confirmation-sent",
                "too-many-mails",
                flash,
                it -> service.resendConfirmation(id, it));
    }

    @PostMapping("/{id}/mot-de-passe")
    String startReset(@PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return once(id, submissionId, me, "reset-started", "too-many-mails", flash, it -> service.startReset(id, it));
    }

    private String once(
            UUID id, UUID submissionId, Actor me, String done, RedirectAttributes flash, Consumer<Actor> change) {
        return once(id, submissionId, me, done, "", flash, it -> {
            change.accept(it);
            return true;
        });
    }

    /** @param change whether it did anything; whoever pressed is told what she would wait for in vain */
    private String once(
            UUID id,
            UUID submissionId,
            Actor me,
            String done,
            String notDone,
            RedirectAttributes flash,
            Predicate<Actor> change) {
        return submissions.once(submissionId, me.id(), () -> {
            boolean changed = change.test(me);
            flash.addFlashAttribute("notice", "accounts.notice." + (changed ? done : notDone));
            flash.addFlashAttribute("warning", !changed);
            return LIST + "/" + id;
        });
    }

    private AccountSheet sheet(UUID id) {
        return rows.sheet(id).orElseThrow(NotFound::new);
    }

    private static String confirmation(AccountSheet account, int seen, ExplanationForm form, Model page) {
        page.addAttribute("account", account);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return "account/admin/disable";
    }
}
