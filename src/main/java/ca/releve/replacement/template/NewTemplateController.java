package ca.releve.replacement.template;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.manager.RequestPage;
import ca.releve.replacement.manager.RequestPages;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
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

/** « Enregistrer comme modèle »: makes a template of a request. */
@Controller
@ForManagers
@RequestMapping("/remplacements/{id}/modele")
class NewTemplateController {

    private static final String PAGE = "replacement/template/new";

    private final RequestPages pages;
    private final TemplateService service;

    NewTemplateController(RequestPages pages, TemplateService service) {
        this.pages = pages;
        this.service = service;
    }

    @GetMapping
    String form(@PathVariable UUID id, CurrentAccount me, Model page) {
        RequestPage request = pages.get(id, me);
        page.addAttribute("request", request);
        page.addAttribute("form", new TemplateForm());
        return request.schedule().shiftCount() == 0 ? "redirect:/remplacements/" + id : PAGE;
    }

    @PostMapping
    String create(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Model page) {
        page.addAttribute("request", pages.get(id, me));
        if (errors.hasErrors()) {
            return PAGE;
        }
        try {
            return press.once(
                    "template.notice.created",
                    TemplateController.LIST,
                    () -> service.create(id, form.getTemplateName(), me));
        } catch (RuleViolation refusal) {
            errors.rejectValue("templateName", refusal.key());
            return PAGE;
        }
    }
}
