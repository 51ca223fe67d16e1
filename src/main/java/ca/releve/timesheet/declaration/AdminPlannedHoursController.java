package ca.releve.timesheet.declaration;

import ca.releve.history.Actor;
import ca.releve.timesheet.EntryVersion;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Press;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Declares the hours of the ticked time entries as planned, without a meal. */
@Controller
@ForStaff
@RequestMapping("/admin/heures/remise")
class AdminPlannedHoursController {

    private final DeclarationService service;

    AdminPlannedHoursController(DeclarationService service) {
        this.service = service;
    }

    @PostMapping
    String create(@RequestParam(defaultValue = "") List<String> line, Press press, Actor me) {
        List<EntryVersion> seen = line.stream().map(EntryVersion::parse).toList();
        press.notice("entry.notice.submitted-all", seen.size());
        return press.once(() -> {
            service.submitAsPlanned(seen, me);
            return "/admin/heures";
        });
    }

    @GetMapping
    String back() {
        return "redirect:/admin/heures";
    }
}
