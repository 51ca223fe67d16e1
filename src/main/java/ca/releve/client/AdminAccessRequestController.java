package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.Choice;
import ca.releve.web.Submissions;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Demandes d'accès: people who wanted an account and whom the service does not know. */
@Controller
@RequestMapping("/admin/acces")
class AdminAccessRequestController {

    private final AccessRequestStore requests;
    private final Clients clients;
    private final ManagerService service;
    private final Submissions submissions;

    AdminAccessRequestController(
            AccessRequestStore requests, Clients clients, ManagerService service, Submissions submissions) {
        this.requests = requests;
        this.clients = clients;
        this.service = service;
        this.submissions = submissions;
    }

    @GetMapping
    String list(Model page) {
        page.addAttribute(
                "requests", requests.findFirst100ByStatusOrderByLastRequestedAtDescIdDesc(AccessRequest.Status.NEW));
        return "client/access-list";
    }

    @GetMapping("/{id}/acceptation")
    String form(@PathVariable UUID id, Model page) {
        AccessRequest request = requests.findById(id).orElseThrow(NotFound::new);
        return request.isOpen()
                ? form(request, AcceptanceForm.of(request), clients.activeChoices(), page)
                : "redirect:/admin/acces";
    }

    @PostMapping("/{id}/acceptation")
    String accept(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AcceptanceForm form,
            BindingResult errors,
            @RequestParam UUID submissionId,
            Actor me,
            Model page,
            RedirectAttributes flash) {
        AccessRequest request = requests.findById(id).orElseThrow(NotFound::new);
        List<Choice> choices = clients.activeChoices();
        if (form.getClientId() != null
                && choices.stream()
                        .noneMatch(it -> it.value().equals(form.getClientId().toString()))) {
            errors.rejectValue("clientId", "access.clientId.required");
        }
        if (errors.hasErrors()) {
            return form(request, form, choices, page);
        }
        try {
            return submissions.once(submissionId, me.id(), () -> {
                ClientManager manager = service.accept(id, form, me);
                flash.addFlashAttribute("notice", "access.notice.accepted");
                flash.addFlashAttribute("noticeFacts", new Object[] {manager.name(), manager.email()});
                return "/admin/acces";
            });
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
        return "redirect:/admin/acces";
    }

    @PostMapping("/{id}/mise-a-l-ecart")
    String dismiss(@PathVariable UUID id, @RequestParam UUID submissionId, Actor me, RedirectAttributes flash) {
        return submissions.once(submissionId, me.id(), () -> {
            service.dismiss(id, me);
            flash.addFlashAttribute("notice", "access.notice.dismissed");
            return "/admin/acces";
        });
    }

    private static String form(AccessRequest request, AcceptanceForm form, List<Choice> choices, Model page) {
        page.addAttribute("asker", request);
        page.addAttribute("form", form);
        page.addAttribute("choices", choices);
        return "client/access-form";
    }
}
