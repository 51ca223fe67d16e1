package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.Deactivation;
import ca.releve.web.OptionalReason;
import ca.releve.web.Submissions;
import ca.releve.web.Window;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Clients: whom the service serves. */
@Controller
@RequestMapping("/admin/clients")
class AdminClientController {

    private final ClientStore clients;
    private final ClientRows rows;
    private final ClientService service;
    private final History history;
    private final Submissions submissions;
    private final MessageSource messages;

    AdminClientController(
            ClientStore clients,
            ClientRows rows,
            ClientService service,
            History history,
            Submissions submissions,
            MessageSource messages) {
        this.clients = clients;
        this.rows = rows;
        this.service = service;
        this.history = history;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") ClientFilter filter,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model page) {
        page.addAttribute("states", filter.states(messages, locale));
        page.addAttribute("clients", Window.of(rows.find(filter, number), number, it -> UriComponentsBuilder.fromPath(
                        "/admin/clients")
                .queryParam("text", filter.getText())
                .queryParam("state", filter.getState())
                .queryParam("page", it)
                .encode()
                .toUriString()));
        return "client/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model page) {
        ClientWithFacilities whole = clients.findWithFacilities(id).orElseThrow(NotFound::new);
        page.addAttribute("client", whole.client());
        page.addAttribute("facilities", whole.facilities());
        page.addAttribute("managers", rows.managersOf(id));
        page.addAttribute("history", history.ofClient(id));
        return "client/show";
    }

    @GetMapping("/nouveau")
    String form(Model page) {
        return form(null, null, new ClientForm(), page);
    }

    @PostMapping("/nouveau")
    String create(
            @Valid @ModelAttribute("form") ClientForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return form(null, null, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                UUID id = service.create(form, me);
                flash.addFlashAttribute("notice", "client.notice.created");
                return "/admin/clients/" + id;
            });
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(null, null, form, page);
        }
    }

    @GetMapping("/{id}/modification")
    String edit(@PathVariable UUID id, Model page) {
        Client client = clients.findById(id).orElseThrow(NotFound::new);
        return form(client, client.version(), ClientForm.of(client), page);
    }

    @PostMapping("/{id}/modification")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ClientForm form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Client client = clients.findById(id).orElseThrow(NotFound::new);
        if (errors.hasErrors()) {
            return form(client, version, form, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                service.edit(id, version, form, me);
                flash.addFlashAttribute("notice", "client.notice.changed");
                return "/admin/clients/" + id;
            });
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(client, version, form, page);
        } catch (StaleVersion stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("stored", form.changes(client).list());
            return form(client, client.version(), form, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Model page) {
        Client client = clients.findById(id).orElseThrow(NotFound::new);
        return client.isActive()
                ? confirmation(client, client.version(), new OptionalReason(), page)
                : "redirect:/admin/clients/" + id;
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OptionalReason form,
            BindingResult errors,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return confirmation(clients.findById(id).orElseThrow(NotFound::new), version, form, page);
        }
        return submissions.once(submissionId, me.id(), () -> {
            service.deactivate(id, version, form.getReason(), me);
            flash.addFlashAttribute("notice", "client.notice.deactivated");
            return "/admin/clients/" + id;
        });
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID id) {
        return "redirect:/admin/clients/" + id;
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID submissionId,
            Actor me,
            RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.reactivate(id, version, me);
            flash.addFlashAttribute("notice", "client.notice.reactivated");
            return "/admin/clients/" + id;
        });
    }

    /**
     * @param client null for a new one
     * @param seen the version that the person looks at; null for a new client
     */
    private static String form(Client client, Integer seen, ClientForm form, Model page) {
        page.addAttribute("client", client);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return "client/form";
    }

    private static String confirmation(Client client, int seen, OptionalReason form, Model page) {
        return new Deactivation("client.deactivation", client.name(), "/admin/clients/" + client.id())
                .ask(seen, form, page);
    }
}
