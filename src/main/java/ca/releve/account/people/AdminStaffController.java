package ca.releve.account.people;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.client.EmailAddress;
import ca.releve.client.KnownAddresses;
import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.history.PersonHistory;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Choice;
import ca.releve.web.Submissions;
import ca.releve.web.Window;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
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

/** Personnel: who works for the service, as répartitrice or administratrice. */
@Controller
@RequestMapping("/admin/personnel")
class AdminStaffController {

    private static final String LIST = "/admin/personnel";

    private final StaffMembers members;
    private final Accounts accounts;
    private final StaffRows rows;
    private final StaffService service;
    private final History history;
    private final Submissions submissions;
    private final MessageSource messages;

    AdminStaffController(
            StaffMembers members,
            Accounts accounts,
            StaffRows rows,
            StaffService service,
            History history,
            Submissions submissions,
            MessageSource messages) {
        this.members = members;
        this.accounts = accounts;
        this.rows = rows;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") StaffFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model page) {
        page.addAttribute("roles", filter.roles(messages, locale));
        page.addAttribute("states", filter.states(messages, locale));
        page.addAttribute(
                "members", Window.of(rows.find(filter, number), number, it -> UriComponentsBuilder.fromPath(LIST)
                        .queryParam("text", filter.getText())
                        .queryParam("role", filter.getRole())
                        .queryParam("state", filter.getState())
                        .queryParam("page", it)
                        .encode()
                        .toUriString()));
        return "account/admin/staff-list";
    }

    @GetMapping("/nouveau")
    String form(Model page) {
        return form(new StaffForm(), page);
    }

    @PostMapping("/nouveau")
    String create(
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        Optional<EmailAddress> address = checkAddress(form, errors);
        checkRole(form, errors);
        if (errors.hasErrors()) {
            return form(form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                UUID id = service.create(form, address.orElseThrow(), me);
                flash.addFlashAttribute("notice", "staff.notice.created");
                flash.addFlashAttribute(
                        "noticeFacts", new Object[] {form.getEmail().strip()});
                return LIST + "/" + id;
            });
        } catch (RuleViolation refusal) {
            mend(refusal, errors);
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
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash,
            HttpServletResponse response) {
        StaffMember member = member(id);
        Optional<Account> account = accounts.findByStaffMemberId(id);
        Optional<EmailAddress> address =
                StaffService.isMovable(account) ? checkAddress(form, errors) : Optional.empty();
        if (!StaffService.isHerself(account, me)) {
            checkRole(form, errors);
        }
        if (errors.hasErrors()) {
            return form(member, version, account, form, me, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.edit(id, version, form, address, me);
                flash.addFlashAttribute("notice", "staff.notice.changed");
                return LIST + "/" + id;
            });
        } catch (RuleViolation refusal) {
            mend(refusal, errors);
            return form(member, version, account, form, me, page);
        } catch (StaleVersion stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Role role = form.getRole() == null ? member.role() : form.getRole();
            page.addAttribute(
                    "stored",
                    form.changes(member, StaffService.isMovable(account), role).list());
            return form(member, member.version(), account, form, me, page);
        }
    }

    private static Optional<EmailAddress> checkAddress(StaffForm form, BindingResult errors) {
        Optional<EmailAddress> address = form.address();
        if (address.isEmpty()) {
            errors.rejectValue("email", "person.email.invalid");
        }
        return address;
    }

    private static void checkRole(StaffForm form, BindingResult errors) {
        if (!errors.hasFieldErrors("role")
                && (form.getRole() == null || !form.getRole().isStaff())) {
            errors.rejectValue("role", "staff.role.required");
        }
    }

    /** An address that somebody else has can be mended by typing; any other refusal is not for the form. */
    private static void mend(RuleViolation refusal, BindingResult errors) {
        if (!refusal.key().equals(KnownAddresses.TAKEN)) {
            throw refusal;
        }
        errors.rejectValue("email", refusal.key());
    }

    private StaffMember member(UUID id) {
        return members.findById(id).orElseThrow(NotFound::new);
    }

    private String form(StaffForm form, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("roles", roles());
        page.addAttribute("movable", true);
        page.addAttribute("herself", false);
        return "account/admin/staff-form";
    }

    /** @param seen the version that the person looks at */
    private String form(StaffMember member, int seen, Optional<Account> account, StaffForm form, Actor me, Model page) {
        PersonHistory lately = history.ofPerson(
                Stream.concat(Stream.of(member.id()), account.stream().map(Account::id))
                        .toList(),
                account.map(Account::id).orElse(null));
        page.addAttribute("member", member);
        page.addAttribute("version", seen);
        page.addAttribute("account", account.orElse(null));
        page.addAttribute(
                "standing", AccountStanding.of(account.map(Account::state).orElse(null), member.isActive()));
        page.addAttribute("form", form);
        page.addAttribute("roles", roles());
        page.addAttribute("movable", StaffService.isMovable(account));
        page.addAttribute("herself", StaffService.isHerself(account, me));
        page.addAttribute("history", lately.about());
        page.addAttribute("deeds", lately.by());
        return "account/admin/staff-form";
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
