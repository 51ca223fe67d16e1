package ca.releve.account.people;

import ca.releve.account.Accounts;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.Deactivation;
import ca.releve.web.OptionalReason;
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

/** Whether a member of the staff may come in: deactivates her record, takes it back, invites her once more. */
@Controller
@RequestMapping("/admin/personnel/{id}")
class AdminStaffPresenceController {

    private static final String LIST = "/admin/personnel";

    private final StaffMembers members;
    private final Accounts accounts;
    private final StaffService service;
    private final Submissions submissions;

    AdminStaffPresenceController(
            StaffMembers members, Accounts accounts, StaffService service, Submissions submissions) {
        this.members = members;
        this.accounts = accounts;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping("/desactivation")
    String confirm(@PathVariable UUID id, Actor me, Model page) {
        StaffMember member = member(id);
        if (StaffService.isHerself(accounts.findByStaffMemberId(id), me)) {
            throw new RuleViolation("rule.staff.self");
        }
        return member.isActive()
                ? confirmation(member, member.version(), new OptionalReason(), page)
                : "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/desactivation")
    String deactivate(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OptionalReason form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return confirmation(member(id), version, form, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            service.deactivate(id, version, form.getReason(), me);
            flash.addFlashAttribute("notice", "staff.notice.deactivated");
            return LIST + "/" + id;
        });
    }

    @GetMapping({"/reactivation", "/invitation"})
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/reactivation")
    String reactivate(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.reactivate(id, version, me);
            flash.addFlashAttribute("notice", "staff.notice.reactivated");
            return LIST + "/" + id;
        });
    }

    @PostMapping("/invitation")
    String invite(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.inviteAgain(id, version, me);
            flash.addFlashAttribute("notice", "staff.notice.invited");
            return LIST + "/" + id;
        });
    }

    private StaffMember member(UUID id) {
        return members.findById(id).orElseThrow(NotFound::new);
    }

    private static String confirmation(StaffMember member, int seen, OptionalReason form, Model page) {
        return new Deactivation("staff.deactivation", member.name(), LIST + "/" + member.id()).ask(seen, form, page);
    }
}
