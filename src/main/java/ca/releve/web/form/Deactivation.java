package ca.releve.web.form;

import org.springframework.ui.Model;

/**
 * The page that confirms a deactivation; its words are the messages {@code <key>.title} (with the name) and
 * {@code <key>.loss}.
 *
 * @param key beginning of the message keys, for example {@code client.deactivation}
 * @param name what is deactivated
 * @param back local address of the way back, to its own page
 * @param reasonRequired whether a reason must be given
 */
public record Deactivation(String key, String name, String back, boolean reasonRequired) {

    public Deactivation(String key, String name, String back) {
        this(key, name, back, false);
    }

    /** @param seen the version that the person looks at */
    public String ask(int seen, ReasonForm form, Model page) {
        page.addAttribute("confirmation", this);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return "web/deactivation";
    }
}
