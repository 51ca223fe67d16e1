package ca.releve.client.organisation;

import ca.releve.client.Clients;
import ca.releve.client.ComingRequests;
import ca.releve.client.FacilitiesForStaff;
import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.form.ComingForm;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Adds, edits, deactivates and reactivates the facilities of a client. */
@Controller
@ForAdministrators
@RequestMapping("/admin/clients/{clientId}/installations")
class AdminFacilityController {

    private final Clients clients;
    private final FacilitiesForStaff facilities;
    private final ClientService service;
    private final ComingRequests coming;
    private final History history;

    AdminFacilityController(
            Clients clients,
            FacilitiesForStaff facilities,
            ClientService service,
            ComingRequests coming,
            History history) {
        this.clients = clients;
        this.facilities = facilities;
        this.service = service;
        this.coming = coming;
        this.history = history;
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
            Press press,
            Actor me,
            Model page) {
        if (errors.hasErrors()) {
            return form(clientId, null, null, form, page);
        }
        try {
            return press.once(
                    "facility.notice.created", pathOf(clientId), () -> service.createFacility(clientId, form, me));
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
            Press press,
            Actor me,
            Model page) {
        Facility facility = facility(clientId, id);
        if (errors.hasErrors()) {
            return form(clientId, facility, press.version(), form, page);
        }
        try {
            return press.onceOrWhenStale(
                    "facility.notice.changed",
                    pathOf(clientId),
                    () -> service.editFacility(clientId, id, press.version(), form, me),
                    () -> {
                        page.addAttribute("stored", form.changes(facility).list());
                        return form(clientId, facility, facility.version(), form, page);
                    });
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(clientId, facility, press.version(), form, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        Facility facility = facility(clientId, id);
        return facility.isActive()
                ? deactivation(facility, facility.version(), new ComingForm(), page)
                : "redirect:" + pathOf(clientId);
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID clientId,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ComingForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        form.checkRequests(coming.ofFacility(id), errors);
        if (errors.hasErrors()) {
            return deactivation(facility(clientId, id), press.version(), form, page);
        }
        return press.once(
                "facility.notice.deactivated",
                pathOf(clientId),
                () -> service.deactivateFacility(clientId, id, press.version(), form, me));
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID clientId) {
        return "redirect:" + pathOf(clientId);
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(@PathVariable UUID clientId, @PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "facility.notice.reactivated",
                pathOf(clientId),
                () -> service.reactivateFacility(clientId, id, press.version(), me));
    }

    /** @param seen the version that the page showed */
    private String deactivation(Facility facility, int seen, ComingForm form, Model page) {
        String back = pathOf(facility.clientId()) + "/installations/" + facility.id();
        return new Deactivation("facility.deactivation", facility.name(), back)
                .askAboutRequests(coming.ofFacility(facility.id()), seen, form, page);
    }

    private static String pathOf(UUID clientId) {
        return "/admin/clients/" + clientId;
    }

    private Facility facility(UUID clientId, UUID id) {
        return facilities.findByIdAndClientId(id, clientId).orElseThrow(NotFound::new);
    }

    /**
     * @param facility null for a new one
     * @param seen the version that the page showed; null for a new facility
     */
    private String form(UUID clientId, Facility facility, Integer seen, FacilityForm form, Model page) {
        page.addAttribute("client", clients.findById(clientId).orElseThrow(NotFound::new));
        page.addAttribute("facility", facility);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        if (facility != null) {
            page.addAttribute("history", history.ofSubject(facility.id()));
        }
        return "client/organisation/facility-form";
    }
}
