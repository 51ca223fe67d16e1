package ca.releve.replacement.template;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.template.TemplateRows.TemplateRow;
import ca.releve.shared.RuleViolation;
import ca.releve.web.access.ForManagers;
import ca.releve.web.form.Press;
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

/** « Modèles »: the list, and new names and deletions. */
@Controller
@ForManagers
@RequestMapping("/modeles")
class TemplateController {

    static final String LIST = "/modeles";

    private static final String NAME = "replacement/template/name";

    private final TemplateRows templates;
    private final TemplateService service;

    TemplateController(TemplateRows templates, TemplateService service) {
        this.templates = templates;
        this.service = service;
    }

    @GetMapping
    String list(CurrentAccount me, Model page) {
        page.addAttribute("templates", templates.all(me.scope()));
        return "replacement/template/list";
    }

    @GetMapping("/{id}/nom")
    String edit(@PathVariable UUID id, CurrentAccount me, Model page) {
        TemplateRow template = templates.get(id, me.scope());
        page.addAttribute("template", template);
        page.addAttribute("form", TemplateForm.of(template.name()));
        return NAME;
    }

    @PostMapping("/{id}/nom")
    String update(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Press press,
            CurrentAccount me,
            Model page) {
        page.addAttribute("template", templates.get(id, me.scope()));
        if (errors.hasErrors()) {
            return NAME;
        }
        try {
            return press.onceOrWhenStale(
                    "template.notice.renamed",
                    LIST,
                    () -> service.rename(id, press.version(), form.getTemplateName(), me),
                    () -> {
                        page.addAttribute("template", templates.get(id, me.scope()));
                        page.addAttribute("stored", List.of());
                        return NAME;
                    });
        } catch (RuleViolation taken) {
            errors.rejectValue("templateName", taken.key());
            return NAME;
        }
    }

    @GetMapping("/{id}/suppression")
    String confirm(@PathVariable UUID id, CurrentAccount me, Model page) {
        page.addAttribute("template", templates.get(id, me.scope()));
        return "replacement/template/deletion";
    }

    @PostMapping("/{id}/suppression")
    String delete(@PathVariable UUID id, Press press, CurrentAccount me) {
        return press.once("template.notice.deleted", LIST, () -> service.delete(id, press.version(), me));
    }
}
