package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.web.Formats;
import ca.releve.web.Submissions;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
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

/** « Retourner » a line: the hours are to be declared again, and she says why. */
@Controller
@RequestMapping("/approbation/{id}/retour")
class ReturnController {

    private final TimeEntries entries;
    private final ApprovalService service;
    private final Submissions submissions;
    private final ZoneId zone;

    ReturnController(
            TimeEntries entries,
            ApprovalService service,
            Submissions submissions,
            @Value("${releve.zone}") ZoneId zone) {
        this.entries = entries;
        this.service = service;
        this.submissions = submissions;
        this.zone = zone;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        HoursLine line = entries.line(id, me.scope());
        if (!line.waiting()) {
            return "redirect:/approbation/" + id;
        }
        page.addAttribute("form", new ReasonForm());
        return show(line, me, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @RequestParam UUID submissionId,
            @RequestParam int version,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            CurrentAccount me,
            Model page,
            Locale locale,
            RedirectAttributes flash) {
        HoursLine line = entries.line(id, me.scope());
        if (errors.hasErrors()) {
            return show(line, me, page);
        }
        String redirect = submissions.once(submissionId, me.id(), () -> {
            service.returnForCorrection(id, version, form.getReason(), me);
            return "/approbation";
        });
        Handled.tell(
                flash, line, "entry.notice.returned", line.substituteName(), new Formats(locale, zone).day(line.day()));
        return redirect;
    }

    private String show(HoursLine line, CurrentAccount me, Model page) {
        page.addAttribute("line", line);
        page.addAttribute("adjustments", entries.adjustments(List.of(line.id()), me.scope()));
        return "timesheet/approval-return";
    }
}
