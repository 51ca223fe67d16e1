package ca.releve.client.organisation;

import ca.releve.client.Client;
import ca.releve.client.ClientStore;
import ca.releve.client.ClientWithFacilities;
import ca.releve.history.Actor;
import ca.releve.history.History;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.ForStaff;
import ca.releve.web.form.Deactivation;
import ca.releve.web.form.Press;
import ca.releve.web.form.ReasonForm;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.util.Locale;
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

/** Lists, shows, adds, edits, deactivates and reactivates clients. */
@Controller
@ForAdministrators
@RequestMapping(AdminClientController.LIST)
class AdminClientController {

    static final String LIST = "/admin/clients";

    private final ClientStore clients;
    private final ClientRows rows;
    private final ClientService service;
    private final History history;
    private final MessageSource messages;

    AdminClientController(
            ClientStore clients, ClientRows rows, ClientService service, History history, MessageSource messages) {
        this.clients = clients;
        this.rows = rows;
        this.service = service;
        this.history = history;
        this.messages = messages;
    }

    @GetMapping
    @ForStaff
    String list(@ModelAttribute("filter") ClientFilter filter, ListPosition position, Locale locale, Model page) {
        page.addAttribute("states", ClientFilter.states(messages, locale));
        page.addAttribute("list", rows.find(filter, position));
        return "client/organisation/list";
    }

    @GetMapping("/{id}")
    @ForStaff
    String show(@PathVariable UUID id, Model page) {
        ClientWithFacilities client = clients.getWithFacilities(id);
        page.addAttribute("client", client.client());
        page.addAttribute("facilities", client.facilities());
        page.addAttribute("managers", rows.managersOf(id));
        page.addAttribute("history", history.ofClient(id));
        return "client/organisation/show";
    }

    @GetMapping("/nouveau")
    String form(Model page) {
        return form(null, null, new ClientForm(), page);
    }

    @PostMapping("/nouveau")
    String create(
            @Valid @ModelAttribute("form") ClientForm form, BindingResult errors, Press press, Actor me, Model page) {
        if (errors.hasErrors()) {
            return form(null, null, form, page);
        }
        try {
            return press.once("client.notice.created", () -> LIST + "/" + service.create(form, me));
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(null, null, form, page);
        }
    }

    @GetMapping("/{id}/modification")
    String edit(@PathVariable UUID id, Model page) {
        Client client = client(id);
        return form(client, client.version(), ClientForm.of(client), page);
    }

    @PostMapping("/{id}/modification")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ClientForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        Client client = client(id);
        if (errors.hasErrors()) {
            return form(client, press.version(), form, page);
        }
        try {
            return press.onceOrWhenStale(
                    "client.notice.changed", LIST + "/" + id, () -> service.edit(id, press.version(), form, me), () -> {
                        page.addAttribute("stored", form.changes(client).list());
                        return form(client, client.version(), form, page);
                    });
        } catch (RuleViolation taken) {
            errors.rejectValue("name", taken.key());
            return form(client, press.version(), form, page);
        }
    }

    @GetMapping("/{id}/desactivation")
    String confirm(@PathVariable UUID id, Model page) {
        Client client = client(id);
        return client.isActive()
                ? deactivation(client).ask(client.version(), new ReasonForm(), page)
                : "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/desactivation")
    String deactivate(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        if (errors.hasErrors()) {
            return deactivation(client(id)).ask(press.version(), form, page);
        }
        return press.once(
                "client.notice.deactivated",
                LIST + "/" + id,
                () -> service.deactivate(id, press.version(), form.getReason(), me));
    }

    @GetMapping("/{id}/reactivation")
    String back(@PathVariable UUID id) {
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/reactivation")
    String reactivate(@PathVariable UUID id, Press press, Actor me) {
        return press.once(
                "client.notice.reactivated", LIST + "/" + id, () -> service.reactivate(id, press.version(), me));
    }

    private static Deactivation deactivation(Client client) {
        return new Deactivation("client.deactivation", client.name(), LIST + "/" + client.id());
    }

    private Client client(UUID id) {
        return clients.findById(id).orElseThrow(NotFound::new);
    }

    /**
     * @param client null for a new one
     * @param seen the version that the page showed; null for a new client
     */
    private static String form(Client client, Integer seen, ClientForm form, Model page) {
        page.addAttribute("client", client);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return "client/organisation/form";
    }
}
