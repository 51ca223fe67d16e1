package ca.releve.client.access;

import ca.releve.client.AccessRequest;
import ca.releve.client.AccessRequestStore;
import ca.releve.client.ClientManager;
import ca.releve.client.Clients;
import ca.releve.client.KnownAddresses;
import ca.releve.client.LikelyManagers;
import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForAdministrators;
import ca.releve.web.access.RequiresRecentFactor;
import ca.releve.web.form.Choice;
import ca.releve.web.form.LikelyDoubleException;
import ca.releve.web.form.Press;
import ca.releve.web.list.ListPosition;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists, accepts and dismisses access requests. */
@Controller
@ForAdministrators
@RequiresRecentFactor(toRead = false)
@RequestMapping(AdminAccessRequestController.LIST)
class AdminAccessRequestController {

    static final String LIST = "/admin/acces";

    private final AccessRequestStore requests;
    private final AccessRequestRows rows;
    private final Clients clients;
    private final AccessRequestService service;
    private final LikelyManagers doubles;

    AdminAccessRequestController(
            AccessRequestStore requests,
            AccessRequestRows rows,
            Clients clients,
            AccessRequestService service,
            LikelyManagers doubles) {
        this.requests = requests;
        this.rows = rows;
        this.clients = clients;
        this.service = service;
        this.doubles = doubles;
    }

    @GetMapping
    String list(ListPosition position, Model page) {
        page.addAttribute("list", rows.find(position));
        return "client/access/list";
    }

    @GetMapping("/{id}/acceptation")
    String form(@PathVariable UUID id, Model page) {
        AccessRequest request = requests.findById(id).orElseThrow(NotFound::new);
        return request.isOpen()
                ? form(request, AcceptanceForm.of(request), clients.activeChoices(), page)
                : "redirect:" + LIST;
    }

    @PostMapping("/{id}/acceptation")
    String accept(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AcceptanceForm form,
            BindingResult errors,
            Press press,
            Actor me,
            Model page) {
        AccessRequest request = requests.findById(id).orElseThrow(NotFound::new);
        List<Choice> choices = clients.activeChoices();
        form.check(choices, errors);
        if (errors.hasErrors()) {
            return form(request, form, choices, page);
        }
        try {
            return press.once(() -> {
                if (request.isOpen()) {
                    form.setEmail(request.email());
                    doubles.refuse(form, "");
                }
                ClientManager manager = service.accept(id, form, me);
                press.notice("access.notice.accepted", manager.name(), manager.email());
                return LIST;
            });
        } catch (LikelyDoubleException found) {
            if (found.isSamePerson()) {
                errors.reject("access.address-taken");
                found.showPeople(page);
            } else {
                found.show(errors, page);
            }
            return form(request, form, choices, page);
        } catch (RuleViolation refusal) {
            if (!refusal.key().equals(KnownAddresses.TAKEN)) {
                throw refusal;
            }
            errors.reject("access.address-taken");
            return form(request, form, choices, page);
        }
    }

    @GetMapping("/{id}/mise-a-l-ecart")
    String back() {
        return "redirect:" + LIST;
    }

    @PostMapping("/{id}/mise-a-l-ecart")
    String dismiss(@PathVariable UUID id, Press press, Actor me) {
        return press.once("access.notice.dismissed", LIST, () -> service.dismiss(id, me));
    }

    private static String form(AccessRequest request, AcceptanceForm form, List<Choice> choices, Model page) {
        page.addAttribute("accessRequest", request);
        page.addAttribute("form", form);
        page.addAttribute("choices", choices);
        return "client/access/form";
    }
}
