package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.NotFound;
import ca.releve.web.Formats;
import ca.releve.web.Submissions;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Approuver » : one line, or the lines of a replacement that need no second look. */
@Controller
@RequestMapping("/approbation")
class ApproveController {

    private final TimeEntries entries;
    private final ApprovalService service;
    private final Submissions submissions;
    private final ZoneId zone;

    ApproveController(
            TimeEntries entries,
            ApprovalService service,
            Submissions submissions,
            @Value("${releve.zone}") ZoneId zone) {
        this.entries = entries;
        this.service = service;
        this.submissions = submissions;
        this.zone = zone;
    }

    @PostMapping("/{id}/approbation")
    String create(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            @ModelAttribute ApprovalFilter filter,
            BindingResult ignored,
            CurrentAccount me,
            Locale locale,
            RedirectAttributes flash) {
        String redirect = submissions.once(perLine(submissionId, id), me.id(), () -> {
            service.approve(id, version, me);
            return filter.address();
        });
        HoursLine line = entries.line(id, me.scope());
        Formats formats = new Formats(locale, zone);
        Handled.tell(
                flash,
                line,
                "entry.notice.approved",
                line.substituteName(),
                formats.day(line.day()),
                formats.hours(line.finalMinutes()));
        return redirect;
    }

    @GetMapping("/{id}/approbation")
    String back(@PathVariable UUID id, CurrentAccount me) {
        entries.line(id, me.scope());
        return "redirect:/approbation";
    }

    @PostMapping("/remplacements/{requestId}/approbation")
    String createAll(
            @PathVariable UUID requestId,
            @RequestParam UUID submissionId,
            @RequestParam(defaultValue = "") List<String> line,
            @ModelAttribute ApprovalFilter filter,
            BindingResult ignored,
            CurrentAccount me,
            RedirectAttributes flash) {
        requireMine(requestId, me);
        List<LineVersion> lines = line.stream().map(LineVersion::parse).toList();
        String redirect = submissions.once(perLine(submissionId, requestId), me.id(), () -> {
            service.approve(requestId, lines, me);
            return filter.address();
        });
        flash.addFlashAttribute("notice", "entry.notice.approved-all");
        flash.addFlashAttribute("noticeFacts", new Object[] {lines.size()});
        return redirect;
    }

    @GetMapping("/remplacements/{requestId}/approbation")
    String backFromAll(@PathVariable UUID requestId, CurrentAccount me) {
        requireMine(requestId, me);
        return "redirect:/approbation";
    }

    private void requireMine(UUID requestId, CurrentAccount me) {
        if (!entries.existOfRequest(requestId, me.scope())) {
            throw new NotFound();
        }
    }

    /** The lines of a table share a form: each of its buttons counts once. */
    private static UUID perLine(UUID submissionId, UUID id) {
        return UUID.nameUUIDFromBytes((submissionId + "/" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
