package ca.releve.replacement.desk;

import ca.releve.history.Actor;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.List;
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

/** « Affecter »: assigns a substitute to one shift, or to all open shifts of a request. */
@Controller
@ForStaff
@RequestMapping("/admin/demandes/{id}/affectation")
class AdminAssignmentController {

    private static final String PAGE = "replacement/desk/assignment";

    private final DeskRequestPages pages;
    private final CandidateRows candidates;
    private final DispatchService service;

    AdminAssignmentController(DeskRequestPages pages, CandidateRows candidates, DispatchService service) {
        this.pages = pages;
        this.candidates = candidates;
        this.service = service;
    }

    @GetMapping
    String form(@PathVariable UUID id, @ModelAttribute("form") AssignmentForm form, Model page) {
        return fill(id, form, page) ? PAGE : "redirect:" + DeskRequestPages.address(id);
    }

    @PostMapping
    String assign(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AssignmentForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        if (form.getQuart().isEmpty()) {
            errors.rejectValue("quart", "dispatch.quart.required");
        }
        if (errors.hasErrors()) {
            return form(id, form, page);
        }
        try {
            return press.once(
                    "dispatch.notice.assigned",
                    DeskRequestPages.address(id),
                    () -> service.assign(id, press.version(), form.getQuart(), form.getSubstitute(), me));
        } catch (DataIntegrityViolationException refused) {
            // Only after the refusal of a constraint can the database be asked for the other booking.
            service.refuseIfBooked(form.getSubstitute(), form.getQuart());
            throw refused;
        }
    }

    /** @return whether a substitute can be assigned to any of the shifts */
    private boolean fill(UUID id, AssignmentForm form, Model page) {
        DeskRequestPage request = pages.fill(id, page);
        List<DeskShiftRow> chosen = form.getQuart().isEmpty()
                ? request.open()
                : form.getQuart().stream()
                        .map(request::shift)
                        .filter(it -> it.possible().assign())
                        .toList();
        if (chosen.isEmpty()) {
            return false;
        }
        List<CandidateRow> found = candidates.find(request, chosen, form.getTexte());
        List<CandidateRow> shown = found.stream().limit(CandidateRows.MAX_SHOWN).toList();
        page.addAttribute("chosen", chosen);
        page.addAttribute("minutes", DeskShiftRow.paidMinutes(chosen));
        List<CandidateRow> free = shown.stream().filter(CandidateRow::free).toList();
        page.addAttribute("free", free);
        page.addAttribute("warnings", candidates.warnings(free, chosen));
        page.addAttribute("promises", candidates.promises(free, chosen));
        page.addAttribute("busy", shown.stream().filter(it -> !it.free()).toList());
        page.addAttribute("more", found.size() > shown.size());
        return true;
    }
}
