package ca.releve.timesheet.approval;

import ca.releve.account.CurrentAccount;
import ca.releve.format.Formats;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.MailedNames;
import ca.releve.timesheet.TimeEntry;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Retourner » : asks for another declaration, with a reason. */
@Controller
@ForManagers
@RequestMapping("/approbation/{id}/retour")
class ReturnController {

    private final ApprovalRows rows;
    private final ApprovalService service;
    private final MailedNames mailed;
    private final ZoneId zone;

    ReturnController(ApprovalRows rows, ApprovalService service, MailedNames mailed, ZoneId zone) {
        this.rows = rows;
        this.service = service;
        this.mailed = mailed;
        this.zone = zone;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        HoursRow line = rows.find(id, me.scope());
        if (!line.isWaiting()) {
            return "redirect:/approbation/" + id;
        }
        page.addAttribute("form", new ReasonForm());
        return show(line, me, page);
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Locale locale,
            Model page) {
        HoursRow line = rows.find(id, me.scope());
        form.require("entry.reason.required", errors);
        if (errors.hasErrors()) {
            return show(line, me, page);
        }
        return press.once(() -> {
            TimeEntry entry = service.returnForCorrection(new EntryVersion(id, press.version()), form.getReason(), me);
            HandledEntry.tellOnly(
                    press, "entry.notice.returned", line.substitute().name(), entry, new Formats(locale, zone));
            return ApprovalController.LIST;
        });
    }

    private String show(HoursRow line, CurrentAccount me, Model page) {
        page.addAttribute("line", line);
        page.addAttribute(
                "mailed",
                mailed.serviceAndColleagues(line.request().id(), me.actor().id()));
        page.addAttribute("adjustments", rows.adjustments(List.of(line.id()), me.scope()));
        return "timesheet/approval/return";
    }
}
