package ca.releve.staff;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.client.KnownAddresses;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.history.Changes;
import ca.releve.history.History;
import ca.releve.history.PersonHistory;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Choice;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists, adds, edits, deactivates, reactivates and invites members of the staff. */
@Controller
@ForAdministrators
@RequiresRecentFactor(toRead = false)
@RequestMapping("/admin/personnel")
class AdminStaffController {

    static final String LIST = "/admin/personnel";

    private final StaffMembers members;
    private final Accounts accounts;
    private final StaffRows rows;
    private final StaffService service;
    private final History history;
    private final MessageSource messages;

    AdminStaffController(
            StaffMembers members,
            Accounts accounts,
            StaffRows rows,
            StaffService service,
            History history,
            MessageSource messages) {
        this.members = members;
        this.accounts = accounts;
        this.rows = rows;
        this.service = service;
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
    String list(@ModelAttribute("filter") StaffFilter filter, ListPosition position, Locale locale, Model page) {
        page.addAttribute("roles", StaffFilter.roles(messages, locale));
        page.addAttribute("states", StaffFilter.states(messages, locale));
        page.addAttribute("list", rows.find(filter, position));
        return "staff/staff-list";
    }

    @GetMapping("/nouveau")
    String form(Model page) {
        return form(new StaffForm(), page);
    }

    @PostMapping("/nouveau")
    String create(
            @Valid @ModelAttribute("form") StaffForm form, BindingResult errors, Press press, Actor me, Model page) {
        Optional<EmailAddress> address = form.checkAddress(errors);
        form.checkRole(errors);
        if (errors.hasErrors()) {
            return form(form, page);
        }
        try {
            return press.once(() -> {
                UUID id = service.create(form, address.orElseThrow(), me);
                press.notice("staff.notice.created", form.getEmail().strip());
                return LIST + "/" + id;
            });
        } catch (RuleViolation refusal) {
            KnownAddresses.rejectTaken(refusal, errors);
            return form(form, page);
        }
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Actor me, Model page) {
        StaffMember member = member(id);
        return form(member, member.version(), accounts.findByStaffMemberId(id), StaffForm.of(member), me, page);
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        StaffMember member = member(id);
        Optional<Account> account = accounts.findByStaffMemberId(id);
        Optional<EmailAddress> address = StaffService.isMovable(account) ? form.checkAddress(errors) : Optional.empty();
        if (!StaffService.isOwn(account, me)) {
            form.checkRole(errors);
        }
        if (errors.hasErrors()) {
            return form(member, press.version(), account, form, me, page);
        }
        try {
            return press.onceOrWhenStale(
                    "admin.notice.changed",
                    LIST + "/" + id,
                    () -> service.edit(id, press.version(), form, address, me),
                    () -> {
                        Changes stored = form.changes(member, StaffService.isMovable(account));
                        page.addAttribute("stored", stored.list());
                        return form(member, member.version(), account, form, me, page);
                    });
        } catch (RuleViolation refusal) {
            KnownAddresses.rejectTaken(refusal, errors);
            return form(member, press.version(), account, form, me, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Actor me, Model page) {
        StaffMember member = member(id);
        if (StaffService.isOwn(accounts.findByStaffMemberId(id), me)) {
            throw new RuleViolation("rule.staff.self");
        }
        return member.isActive() ? deactivation(member).ask(member.version(), new ReasonForm(), page) : back(id);
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        if (errors.hasErrors()) {
            return deactivation(member(id)).ask(press.version(), form, page);
        }
        return press.once(
                "staff.notice.deactivated",
                LIST + "/" + id,
                () -> service.deactivate(id, press.version(), form.getReason(), me));
    }

    @GetMapping({"/{id}/reactivation", "/{id}/invitation"})
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(@PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "staff.notice.reactivated", LIST + "/" + id, () -> service.reactivate(id, press.version(), me));
    }

    @PostMapping("/{id}/invitation")
    String invite(@PathVariable UUID id, Press press, Actor me) {
        return press.once("staff.notice.invited", LIST + "/" + id, () -> service.inviteAgain(id, press.version(), me));
    }

    private static Deactivation deactivation(StaffMember member) {
        return new Deactivation("staff.deactivation", member.name(), LIST + "/" + member.id());
    }

    private StaffMember member(UUID id) {
        return members.findById(id).orElseThrow(NotFound::new);
    }

    private String form(StaffForm form, Model page) {
        page.addAttribute("movable", true);
        page.addAttribute("own", false);
        return shown(form, page);
    }

    /** @param seen the version that the page showed */
    private String form(StaffMember member, int seen, Optional<Account> account, StaffForm form, Actor me, Model page) {
        UUID accountId = account.map(Account::id).orElse(null);
        PersonHistory lately = history.ofPerson(
                Stream.of(member.id(), accountId).filter(Objects::nonNull).toList(), accountId);
        page.addAttribute("member", member);
        page.addAttribute("version", seen);
        page.addAttribute("account", account.orElse(null));
        page.addAttribute("standing", AccountStanding.of(account.orElse(null), member.isActive()));
        page.addAttribute("movable", StaffService.isMovable(account));
        page.addAttribute("own", StaffService.isOwn(account, me));
        page.addAttribute("history", lately.about());
        page.addAttribute("deeds", lately.by());
        return shown(form, page);
    }

    private String shown(StaffForm form, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("roles", roles());
        return "staff/staff-form";
    }

    private List<Choice> roles() {
        Locale locale = LocaleContextHolder.getLocale();
        return StaffFilter.roles()
                .map(it -> new Choice(
                        it.name(),
                        messages.getMessage("role." + it, null, locale),
                        messages.getMessage("staff.role.hint." + it, null, locale)))
                .toList();
    }
}
