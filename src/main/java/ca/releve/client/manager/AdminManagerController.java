package ca.releve.client.manager;

import ca.releve.client.ClientManager;
import ca.releve.client.ClientManagerStore;
import ca.releve.client.ClientStore;
import ca.releve.client.ClientWithFacilities;
import ca.releve.client.ComingRequests;
import ca.releve.client.KnownAddresses;
import ca.releve.client.LikelyManagers;
import ca.releve.history.Actor;
import ca.releve.history.Changes;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.ComingForm;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.LikelyDoubleException;
import ca.releve.web.form.Press;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Adds, edits, deactivates and reactivates the managers of a client. */
@Controller
@ForAdministrators
@RequiresRecentFactor(toRead = false)
@RequestMapping("/admin/clients/{clientId}/gestionnaires")
class AdminManagerController {

    private final ClientStore clients;
    private final ClientManagerStore managers;
    private final ManagerService service;
    private final ComingRequests coming;
    private final History history;
    private final MessageSource messages;
    private final LikelyManagers doubles;

    AdminManagerController(
            ClientStore clients,
            ClientManagerStore managers,
            ManagerService service,
            ComingRequests coming,
            History history,
            MessageSource messages,
            LikelyManagers doubles) {
        this.clients = clients;
        this.managers = managers;
        this.service = service;
        this.coming = coming;
        this.history = history;
        this.messages = messages;
        this.doubles = doubles;
    }

    @GetMapping("/nouvelle")
    String form(@PathVariable UUID clientId, Model page) {
        return form(clients.getWithFacilities(clientId), null, null, new ManagerForm(), page);
    }

    @PostMapping("/nouvelle")
    String create(
            @PathVariable UUID clientId,
            @Valid @ModelAttribute("form") ManagerForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        ClientWithFacilities client = clients.getWithFacilities(clientId);
        form.check(client.facilities(), errors);
        if (errors.hasErrors()) {
            return form(client, null, null, form, page);
        }
        try {
            return press.once("manager.notice.created", pathOf(clientId), () -> {
                doubles.refuse(form, form.getPhone());
                service.create(clientId, form, me);
            });
        } catch (LikelyDoubleException found) {
            found.show(errors, page);
            return form(client, null, null, form, page);
        } catch (RuleViolation refusal) {
            KnownAddresses.rejectTaken(refusal, errors);
            return form(client, null, null, form, page);
        }
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        ClientManager manager = manager(clientId, id);
        return form(clients.getWithFacilities(clientId), manager, manager.version(), ManagerForm.of(manager), page);
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID clientId,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ManagerForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        ClientManager manager = manager(clientId, id);
        ClientWithFacilities client = clients.getWithFacilities(clientId);
        form.check(client.facilities(), errors);
        if (errors.hasErrors()) {
            return form(client, manager, press.version(), form, page);
        }
        try {
            return press.onceOrWhenStale(
                    "manager.notice.changed",
                    pathOf(clientId),
                    () -> service.edit(clientId, id, press.version(), form, me),
                    () -> {
                        Changes stored = form.changes(manager, client.facilities());
                        page.addAttribute("stored", stored.list());
                        return form(client, manager, manager.version(), form, page);
                    });
        } catch (RuleViolation refusal) {
            KnownAddresses.rejectTaken(refusal, errors);
            return form(client, manager, press.version(), form, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        ClientManager manager = manager(clientId, id);
        return manager.isActive()
                ? deactivation(manager, manager.version(), new ComingForm(), page)
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
        ClientManager manager = manager(clientId, id);
        form.checkRequests(coming.ofManager(id), errors);
        if (errors.hasErrors()) {
            return deactivation(manager, press.version(), form, page);
        }
        return press.once(
                "manager.notice.deactivated",
                pathOf(clientId),
                () -> service.deactivate(clientId, id, press.version(), form, me));
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID clientId) {
        return "redirect:" + pathOf(clientId);
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(@PathVariable UUID clientId, @PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "manager.notice.reactivated",
                pathOf(clientId),
                () -> service.reactivate(clientId, id, press.version(), me));
    }

    /** @param seen the version that the page showed */
    private String deactivation(ClientManager manager, int seen, ComingForm form, Model page) {
        String back = pathOf(manager.clientId()) + "/gestionnaires/" + manager.id();
        return new Deactivation("manager.deactivation", manager.name(), back)
                .askAboutRequests(coming.ofManager(manager.id()), seen, form, page);
    }

    private static String pathOf(UUID clientId) {
        return "/admin/clients/" + clientId;
    }

    private ClientManager manager(UUID clientId, UUID id) {
        return managers.findByIdAndClientId(id, clientId).orElseThrow(NotFound::new);
    }

    /**
     * @param manager null for a new one
     * @param seen the version that the page showed; null for a new manager
     */
    private String form(
            ClientWithFacilities client, ClientManager manager, Integer seen, ManagerForm form, Model page) {
        page.addAttribute("client", client.client());
        page.addAttribute("manager", manager);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        page.addAttribute("facilities", form.facilityChoices(client.facilities()));
        page.addAttribute("reach", ManagerForm.reachChoices(messages));
        page.addAttribute("history", manager == null ? null : history.ofSubject(manager.id()));
        return "client/manager/form";
    }
}
