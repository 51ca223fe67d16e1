package ca.releve.replacement.dispatch;

import ca.releve.account.CurrentAccount;
import ca.releve.web.LikeText;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
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

/** « Affecter »: who could come to one shift, or to all that want somebody, and who will. */
@Controller
@RequestMapping("/admin/demandes/{id}/affectation")
class AdminAssignmentController {

    private static final String PAGE = "replacement/admin/assignment";

    private final DispatchPage dispatchPage;
    private final DispatchReads reads;
    private final DispatchService service;
    private final Submissions submissions;

    AdminAssignmentController(
            DispatchPage dispatchPage, DispatchReads reads, DispatchService service, Submissions submissions) {
        this.dispatchPage = dispatchPage;
        this.reads = reads;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String form(@PathVariable UUID id, @ModelAttribute("form") AssignmentForm form, Locale locale, Model page) {
        return fill(id, form, locale, page) ? PAGE : "redirect:" + DispatchPage.address(id);
    }

    @PostMapping
    String assign(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AssignmentForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            CurrentAccount me,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return fill(id, form, locale, page) ? PAGE : "redirect:" + DispatchPage.address(id);
        }
        flash.addFlashAttribute("notice", "dispatch.notice.assigned");
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.assign(id, version, form.getQuart(), form.getSubstitute(), me.actor());
                return DispatchPage.address(id);
            });
        } catch (DataIntegrityViolationException refused) {
            // The database has the last word, and only after its refusal can be asked what stood in the way.
            service.refuseIfBooked(form.getSubstitute(), form.getQuart());
            throw refused;
        }
    }

    /** @return whether any of the shifts wants somebody */
    private boolean fill(UUID id, AssignmentForm form, Locale locale, Model page) {
        StaffRequest request = dispatchPage.fill(id, locale, page);
        List<StaffRequest.Line> chosen = form.getQuart().isEmpty()
                ? request.open()
                : form.getQuart().stream()
                        .map(shiftId -> DispatchPage.shift(request, shiftId))
                        .filter(StaffRequest.Line::assignable)
                        .toList();
        if (chosen.isEmpty()) {
            return false;
        }
        List<Candidate> found = reads.candidates(request, chosen, LikeText.anywhere(form.getTexte()));
        List<Candidate> shown =
                found.stream().limit(DispatchReads.MOST_CANDIDATES).toList();
        page.addAttribute("chosen", chosen);
        page.addAttribute("added", reads.addedMinutes(chosen));
        page.addAttribute(
                "minutes",
                chosen.stream().mapToInt(StaffRequest.Line::paidMinutes).sum());
        page.addAttribute("free", shown.stream().filter(Candidate::free).toList());
        page.addAttribute("busy", shown.stream().filter(it -> !it.free()).toList());
        page.addAttribute("more", found.size() > shown.size());
        return true;
    }
}
