package ca.releve.account.events;

import ca.releve.web.Choice;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Événements de sécurité: who came in, who was kept out, whose rights changed. */
@Controller
class AdminSecurityController {

    private static final String PATH = "/admin/securite";

    private final SecurityEventRows rows;
    private final SecurityEventText text;

    AdminSecurityController(SecurityEventRows rows, SecurityEventText text) {
        this.rows = rows;
        this.text = text;
    }

    @GetMapping(PATH)
    String list(@ModelAttribute("filter") SecurityEventFilter filter, BindingResult errors, Locale locale, Model page) {
        filter.check(errors);
        page.addAttribute(
                "words",
                SecurityVocabulary.WORDS.stream()
                        .map(it -> Choice.of(it, text.word(it, locale)))
                        .toList());
        if (errors.hasErrors()) {
            return "account/admin/security";
        }
        List<SecurityEventRow> found = rows.find(filter);
        List<SecurityEventRow> shown = found.subList(0, Math.min(found.size(), SecurityEventRows.SIZE));
        page.addAttribute("events", shown);
        page.addAttribute("newest", filter.place().isPresent() ? address(filter).toUriString() : null);
        page.addAttribute("older", found.size() > shown.size() ? after(filter, shown.get(shown.size() - 1)) : null);
        return "account/admin/security";
    }

    private static String after(SecurityEventFilter filter, SecurityEventRow last) {
        return address(filter)
                .queryParam("avant", last.at())
                .queryParam("avantId", last.id())
                .toUriString();
    }

    private static UriComponentsBuilder address(SecurityEventFilter filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH).encode();
        filter.inAddress().forEach(address::queryParam);
        return address;
    }
}
