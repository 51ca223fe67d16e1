package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Choice;
import ca.releve.web.Deactivation;
import ca.releve.web.OptionalReason;
import ca.releve.web.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** Gestionnaires of a client: whom the service knows there, and what each may see. */
@Controller
@RequestMapping("/admin/clients/{clientId}/gestionnaires")
class AdminManagerController {

    private final ClientStore clients;
    private final ClientManagerStore managers;
    private final ManagerService service;
    private final History history;
    private final Submissions submissions;
    private final MessageSource messages;

    AdminManagerController(
            ClientStore clients,
            ClientManagerStore managers,
            ManagerService service,
            History history,
            Submissions submissions,
            MessageSource messages) {
        this.clients = clients;
        this.managers = managers;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping("/nouvelle")
    String form(@PathVariable UUID clientId, Model page) {
        return form(whole(clientId), null, null, new ManagerForm(), page);
    }

    @PostMapping("/nouvelle")
    String create(
            @PathVariable UUID clientId,
            @Valid @ModelAttribute("form") ManagerForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        ClientWithFacilities client = whole(clientId);
        Optional<EmailAddress> address = check(form, client.facilities(), errors);
        if (errors.hasErrors()) {
            return form(client, null, null, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.create(clientId, form, address.orElseThrow(), me);
                flash.addFlashAttribute("notice", "manager.notice.created");
                return "/admin/clients/" + clientId;
            });
        } catch (RuleViolation refusal) {
            mend(refusal, errors);
            return form(client, null, null, form, page);
        }
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        ClientManager manager = manager(clientId, id);
        return form(whole(clientId), manager, manager.version(), ManagerForm.of(manager), page);
    }

    @PostMapping("/{id}")
    String update(
            @PathVariable UUID clientId,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ManagerForm form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ClientManager manager = manager(clientId, id);
        ClientWithFacilities client = whole(clientId);
        Optional<EmailAddress> address = check(form, client.facilities(), errors);
        if (errors.hasErrors()) {
            return form(client, manager, version, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.edit(clientId, id, version, form, address.orElseThrow(), me);
                flash.addFlashAttribute("notice", "manager.notice.changed");
                return "/admin/clients/" + clientId;
            });
        } catch (RuleViolation refusal) {
            mend(refusal, errors);
            return form(client, manager, version, form, page);
        } catch (StaleVersion stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute(
                    "stored", form.changes(manager, client.facilities()).list());
            return form(client, manager, manager.version(), form, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID clientId, @PathVariable UUID id, Model page) {
        ClientManager manager = manager(clientId, id);
        return manager.isActive()
                ? confirmation(manager, manager.version(), new OptionalReason(), page)
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
            return confirmation(manager(clientId, id), version, form, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            service.deactivate(clientId, id, version, form.getReason(), me);
            flash.addFlashAttribute("notice", "manager.notice.deactivated");
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
            service.reactivate(clientId, id, version, me);
            flash.addFlashAttribute("notice", "manager.notice.reactivated");
            return "/admin/clients/" + clientId;
        });
    }

    private static Optional<EmailAddress> check(ManagerForm form, List<Facility> ofClient, BindingResult errors) {
        Optional<EmailAddress> address = EmailAddress.parse(form.getEmail());
        if (address.isEmpty()) {
            errors.rejectValue("email", "person.email.invalid");
        }
        Set<UUID> ids = ofClient.stream().map(Facility::id).collect(Collectors.toSet());
        if (Boolean.FALSE.equals(form.getAllFacilities())
                && (form.getFacilityIds().isEmpty() || !ids.containsAll(form.getFacilityIds()))) {
            errors.rejectValue("facilityIds", "rule.manager.facilities");
        }
        return address;
    }

    /** An address that somebody else has can be mended by typing; any other refusal is not for the form. */
    private static void mend(RuleViolation refusal, BindingResult errors) {
        if (!refusal.key().equals(KnownAddresses.TAKEN)) {
            throw refusal;
        }
        errors.rejectValue("email", refusal.key());
    }

    private ClientWithFacilities whole(UUID clientId) {
        return clients.findWithFacilities(clientId).orElseThrow(NotFound::new);
    }

    private ClientManager manager(UUID clientId, UUID id) {
        return managers.findByIdAndClientId(id, clientId).orElseThrow(NotFound::new);
    }

    /**
     * @param manager null for a new one
     * @param seen the version that the person looks at; null for a new manager
     */
    private String form(
            ClientWithFacilities client, ClientManager manager, Integer seen, ManagerForm form, Model page) {
        page.addAttribute("client", client.client());
        page.addAttribute("manager", manager);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        page.addAttribute(
                "facilities",
                client.facilities().stream()
                        .filter(it -> it.isActive() || form.getFacilityIds().contains(it.id()))
                        .map(it -> Choice.of(it.id(), it.name()))
                        .toList());
        page.addAttribute("reach", List.of(reach(true, "all"), reach(false, "some")));
        if (manager != null) {
            page.addAttribute("history", history.ofSubject(manager.id()));
        }
        return "client/manager-form";
    }

    private Choice reach(boolean all, String code) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Choice(
                String.valueOf(all),
                messages.getMessage("manager.reach." + code, null, locale),
                messages.getMessage("manager.reach." + code + ".hint", null, locale));
    }

    private static String confirmation(ClientManager manager, int seen, OptionalReason form, Model page) {
        String address = "/admin/clients/" + manager.clientId() + "/gestionnaires/" + manager.id();
        return new Deactivation("manager.deactivation", manager.name(), address).ask(seen, form, page);
    }
}
