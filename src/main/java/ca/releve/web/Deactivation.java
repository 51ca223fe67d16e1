package ca.releve.web;

import org.springframework.ui.Model;

/**
 * The page that confirms a deactivation; its words are the messages {@code <key>.title} (with the name) and
 * {@code <key>.loss}.
 *
 * @param key beginning of the message keys, for example {@code client.deactivation}
 * @param name what is deactivated
 * @param back local address of the way back, to its own page
 */
public record Deactivation(String key, String name, String back) {

    /** @param seen the version that the person looks at */
    public String ask(int seen, OptionalReason form, Model page) {
        page.addAttribute("confirmation", this);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return "admin/deactivation";
    }
}
