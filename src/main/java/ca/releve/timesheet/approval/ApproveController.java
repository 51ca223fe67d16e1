package ca.releve.timesheet.approval;

import ca.releve.account.CurrentAccount;
import ca.releve.format.Formats;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.TimeEntries;
import ca.releve.timesheet.TimeEntry;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Approuver » : one time entry, or those of a replacement without a difference. */
@Controller
@ForManagers
@RequestMapping(ApprovalController.LIST)
class ApproveController {

    private final TimeEntries entries;
    private final ApprovalRows rows;
    private final ApprovalService service;
    private final ZoneId zone;

    ApproveController(TimeEntries entries, ApprovalRows rows, ApprovalService service, ZoneId zone) {
        this.entries = entries;
        this.rows = rows;
        this.service = service;
        this.zone = zone;
    }

    @PostMapping("/{id}/approbation")
    String create(@PathVariable UUID id, Press press, CurrentAccount me, Locale locale) {
        HoursRow line = rows.find(id, me.scope());
        return press.part(id).once(() -> {
            TimeEntry entry = approve(new EntryVersion(id, press.version()), line, me, locale);
            HandledEntry.tell(
                    press, "entry.notice.approved", line.substitute().name(), entry, new Formats(locale, zone));
            return ApprovalController.LIST;
        });
    }

    @GetMapping("/{id}/approbation")
    String back(@PathVariable UUID id, CurrentAccount me) {
        rows.find(id, me.scope());
        return "redirect:" + ApprovalController.LIST;
    }

    @PostMapping("/remplacements/{requestId}/approbation")
    String createAll(
            @PathVariable UUID requestId,
            @RequestParam(defaultValue = "") List<String> line,
            Press press,
            CurrentAccount me,
            Locale locale) {
        requireMine(requestId, me);
        List<EntryVersion> seen = line.stream().map(EntryVersion::parse).toList();
        press.notice("entry.notice.approved-all", seen.size());
        return press.part(requestId).once(() -> {
            approve(requestId, seen, me, locale);
            return ApprovalController.LIST;
        });
    }

    @GetMapping("/remplacements/{requestId}/approbation")
    String backFromAll(@PathVariable UUID requestId, CurrentAccount me) {
        requireMine(requestId, me);
        return "redirect:" + ApprovalController.LIST;
    }

    /** @throws RuleViolation that names the line, if it was changed after the page was opened */
    private TimeEntry approve(EntryVersion seen, HoursRow line, CurrentAccount me, Locale locale) {
        try {
            return service.approve(seen, me);
        } catch (StaleVersion stale) {
            throw new RuleViolation("rule.entry.changed-meanwhile", words(line, locale));
        }
    }

    private void approve(UUID requestId, List<EntryVersion> seen, CurrentAccount me, Locale locale) {
        try {
            service.approve(requestId, seen, me);
        } catch (StaleVersion stale) {
            String changed = seen.stream()
                    .map(it -> changed(it, me))
                    .flatMap(Optional::stream)
                    .map(line -> words(line, locale))
                    .collect(Collectors.joining("; "));
            throw new RuleViolation("rule.entry.changed-meanwhile", changed);
        }
    }

    private Optional<HoursRow> changed(EntryVersion seen, CurrentAccount me) {
        return Optional.of(rows.find(seen.id(), me.scope())).filter(line -> line.version() != seen.version());
    }

    private String words(HoursRow line, Locale locale) {
        return line.substitute().name() + ", " + new Formats(locale, zone).day(line.day());
    }

    private void requireMine(UUID requestId, CurrentAccount me) {
        if (!entries.existOfRequest(requestId, me.scope())) {
            throw new NotFound();
        }
    }
}
