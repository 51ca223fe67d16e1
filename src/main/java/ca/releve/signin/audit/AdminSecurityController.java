package ca.releve.signin.audit;

import ca.releve.web.access.ForAdministrators;
import ca.releve.web.form.Choice;
import ca.releve.web.list.FilterErrors;
import ca.releve.web.list.ListPosition;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** « Événements de sécurité »: the list of sign-ins, refusals and changes of rights. */
@Controller
@ForAdministrators
class AdminSecurityController {

    static final String LIST = "/admin/securite";

    private final SecurityEventRows rows;
    private final SecurityEventText text;

    AdminSecurityController(SecurityEventRows rows, SecurityEventText text) {
        this.rows = rows;
        this.text = text;
    }

    @GetMapping(LIST)
    String list(
            @ModelAttribute("filter") SecurityEventFilter asked,
            BindingResult bound,
            ListPosition position,
            Locale locale,
            Model page) {
        BindingResult errors = FilterErrors.of(asked, bound, page);
        asked.check(errors);
        page.addAttribute(
                "words",
                SecurityVocabulary.WORDS.stream()
                        .map(it -> Choice.of(it, text.word(it, locale)))
                        .toList());
        if (!errors.hasErrors()) {
            page.addAttribute("list", rows.find(asked, position));
        }
        return "signin/audit/list";
    }
}
