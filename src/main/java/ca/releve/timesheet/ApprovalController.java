package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.history.History;
import ca.releve.web.Choice;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** « Approbation des heures »: what was declared for the manager's installations, replacement by replacement. */
@Controller
@RequestMapping("/approbation")
class ApprovalController {

    static final int PAGE_SIZE = 50;

    private final TimeEntries entries;
    private final History history;
    private final HoursChoices choices;
    private final ZoneId zone;

    ApprovalController(
            TimeEntries entries, History history, HoursChoices choices, @Value("${releve.zone}") ZoneId zone) {
        this.entries = entries;
        this.history = history;
        this.choices = choices;
        this.zone = zone;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") ApprovalFilter filter,
            BindingResult errors,
            CurrentAccount me,
            Locale locale,
            Model page) {
        List<HoursLine> found = filter.read(entries, me.scope(), zone, PAGE_SIZE);
        List<HoursLine> lines = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        List<HoursGroup> groups = HoursGroup.of(lines, adjustments(lines, me));
        page.addAttribute("groups", groups);
        page.addAttribute("lineCount", lines.size());
        page.addAttribute(
                "differentCount", lines.stream().filter(HoursLine::different).count());
        page.addAttribute("next", found.size() > PAGE_SIZE ? filter.after(lines.get(PAGE_SIZE - 1)) : null);
        page.addAttribute("focus", nextToApprove(groups, page));
        page.addAttribute("statuses", choices.shown(locale));
        page.addAttribute("facilities", facilities(me));
        return "timesheet/approval";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, CurrentAccount me, Model page) {
        page.addAttribute("line", entries.line(id, me.scope()));
        page.addAttribute("adjustments", entries.adjustments(List.of(id), me.scope()));
        page.addAttribute("entries", history.ofSubject(id));
        return "timesheet/approval-line";
    }

    private List<AdjustmentLine> adjustments(List<HoursLine> lines, CurrentAccount me) {
        List<UUID> ids = lines.stream().map(HoursLine::id).toList();
        return ids.isEmpty() ? List.of() : entries.adjustments(ids, me.scope());
    }

    private static List<Choice> facilities(CurrentAccount me) {
        return me.scope().facilities().stream()
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }

    /** The line to go on with after one was dealt with: the next of its replacement, or else the first that waits. */
    private static UUID nextToApprove(List<HoursGroup> groups, Model page) {
        if (!(page.getAttribute(Handled.REQUEST) instanceof UUID request)
                || !(page.getAttribute(Handled.STARTS_AT) instanceof Instant startsAt)) {
            return null;
        }
        List<HoursLine> waiting = groups.stream()
                .flatMap(group -> group.weeks().stream())
                .flatMap(week -> week.rows().stream())
                .map(HoursGroup.Row::line)
                .filter(HoursLine::waiting)
                .toList();
        return waiting.stream()
                .filter(line -> line.requestId().equals(request)
                        && line.planned().startsAt().isAfter(startsAt))
                .findFirst()
                .or(() -> waiting.stream().findFirst())
                .map(HoursLine::id)
                .orElse(null);
    }
}
