package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.history.History;
import ca.releve.web.Choice;
import ca.releve.web.Submissions;
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

/** The hours of all clients, for the service's staff: first what is still to be filled in. */
@Controller
@RequestMapping("/admin/heures")
class AdminHoursController {

    static final int PAGE_SIZE = 25;

    private final TimeEntriesForStaff entries;
    private final HoursService service;
    private final Submissions submissions;
    private final History history;
    private final HoursChoices choices;
    private final ZoneId zone;

    AdminHoursController(
            TimeEntriesForStaff entries,
            HoursService service,
            Submissions submissions,
            History history,
            HoursChoices choices,
            @Value("${releve.zone}") ZoneId zone) {
        this.entries = entries;
        this.service = service;
        this.submissions = submissions;
        this.history = history;
        this.choices = choices;
        this.zone = zone;
    }

    @GetMapping
    String list(@ModelAttribute("filter") HoursFilter filter, BindingResult errors, Locale locale, Model page) {
        List<HoursLine> found = filter.read(entries, zone, PAGE_SIZE);
        List<HoursLine> lines = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        page.addAttribute("lines", lines);
        page.addAttribute("next", found.size() > PAGE_SIZE ? filter.after(lines.get(PAGE_SIZE - 1)) : null);
        page.addAttribute(
                "focus",
                page.containsAttribute(Handled.REQUEST)
                        ? lines.stream()
                                .filter(HoursLine::fillable)
                                .findFirst()
                                .map(HoursLine::id)
                                .orElse(null)
                        : null);
        page.addAttribute("statuses", choices.statuses(locale));
        page.addAttribute(
                "clients",
                entries.clients().stream()
                        .map(it -> Choice.of(it.id(), it.name()))
                        .toList());
        return "timesheet/admin/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model page) {
        page.addAttribute("line", entries.line(id));
        page.addAttribute("adjustments", entries.adjustments(id));
        page.addAttribute("entries", history.ofSubject(id));
        return "timesheet/admin/line";
    }

    /** Hands in the ticked lines as they were planned, without a meal. */
    @PostMapping("/remise")
    String createAll(
            @RequestParam UUID submissionId,
            @RequestParam(defaultValue = "") List<String> line,
            @ModelAttribute("filter") HoursFilter filter,
            BindingResult ignored,
            CurrentAccount me,
            RedirectAttributes flash) {
        List<LineVersion> lines = line.stream().map(LineVersion::parse).toList();
        String redirect = submissions.once(submissionId, me.id(), () -> {
            service.submitAsPlanned(lines, me);
            return filter.address();
        });
        flash.addFlashAttribute("notice", "entry.notice.submitted-all");
        flash.addFlashAttribute("noticeFacts", new Object[] {lines.size()});
        return redirect;
    }

    @GetMapping("/remise")
    String back() {
        return "redirect:/admin/heures";
    }
}
