package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Deactivation;
import ca.releve.web.OptionalReason;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

/** Installations of a client. */
@Controller
@RequestMapping("/admin/clients/{clientId}/installations")
class AdminFacilityController {

    private final Clients clients;
    private final FacilitiesForStaff facilities;
    private final ClientService service;
    private final History history;
    private final Submissions submissions;

    AdminFacilityController(
            Clients clients,
            FacilitiesForStaff facilities,
            ClientService service,
            History history,
            Submissions submissions) {
        this.clients = clients;
        this.facilities = facilities;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
    }

    @GetMapping("/nouvelle")
    String form(@PathVariable UUID clientId, Model page) {
        return form(clientId, null, null, new FacilityForm(), page);
    }

    @PostMapping("/nouvelle")
    String create(
            @PathVariable UUID clientId,
            @Valid @ModelAttribute("form") FacilityForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return form(clientId, null, null, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.createFacility(clientId, form, me);
                flash.addFlashAttribute("notice", "facility.notice.created");
                return "/admin/clients/" + clientId;
            });
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(clientId, null, null, form, page);
        }
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        Facility facility = facility(clientId, id);
        return form(clientId, facility, facility.version(), FacilityForm.of(facility), page);
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID clientId,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") FacilityForm form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Facility facility = facility(clientId, id);
        if (errors.hasErrors()) {
            return form(clientId, facility, version, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.editFacility(clientId, id, version, form, me);
                flash.addFlashAttribute("notice", "facility.notice.changed");
                return "/admin/clients/" + clientId;
            });
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(clientId, facility, version, form, page);
        } catch (StaleVersion stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("stored", form.changes(facility).list());
            return form(clientId, facility, facility.version(), form, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        Facility facility = facility(clientId, id);
        return facility.isActive()
                ? confirmation(facility, facility.version(), new OptionalReason(), page)
                : "redirect:/admin/clients/" + clientId;
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID clientId,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OptionalReason form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return confirmation(facility(clientId, id), version, form, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            service.deactivateFacility(clientId, id, version, form.getReason(), me);
            flash.addFlashAttribute("notice", "facility.notice.deactivated");
            return "/admin/clients/" + clientId;
        });
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID clientId) {
        return "redirect:/admin/clients/" + clientId;
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(
            @PathVariable UUID clientId,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.reactivateFacility(clientId, id, version, me);
            flash.addFlashAttribute("notice", "facility.notice.reactivated");
            return "/admin/clients/" + clientId;
        });
    }

    private Facility facility(UUID clientId, UUID id) {
        return facilities.findByIdAndClientId(id, clientId).orElseThrow(NotFound::new);
    }

    /**
     * @param facility null for a new one
     * @param seen the version that the person looks at; null for a new installation
     */
    private String form(UUID clientId, Facility facility, Integer seen, FacilityForm form, Model page) {
        page.addAttribute("client", clients.findById(clientId).orElseThrow(NotFound::new));
        page.addAttribute("facility", facility);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        if (facility != null) {
            page.addAttribute("history", history.ofSubject(facility.id()));
        }
        return "client/facility-form";
    }

    private static String confirmation(Facility facility, int seen, OptionalReason form, Model page) {
        String address = "/admin/clients/" + facility.clientId() + "/installations/" + facility.id();
        return new Deactivation("facility.deactivation", facility.name(), address).ask(seen, form, page);
    }
}
