package ca.releve.web.form;

import java.util.List;
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

    private static final String PAGE = "web/deactivation";

    public Deactivation(String key, String name, String back) {
        this(key, name, back, false);
    }

    /** @param seen the version that the person looks at */
    public String ask(int seen, ReasonForm form, Model page) {
        page.addAttribute("confirmation", this);
        page.addAttribute("version", seen);
        page.addAttribute("form", form);
        return PAGE;
    }

    /**
     * Asks too what happens to the requests that are still coming.
     *
     * @param coming the next first
     */
    public String askAboutRequests(List<ComingRow> coming, int seen, ComingForm form, Model page) {
        return ask("requests", coming, seen, form, page);
    }

    /** Asks too what happens to the shifts that are still coming. */
    public String askAboutShifts(List<ComingRow> coming, int seen, ComingForm form, Model page) {
        return ask("shifts", coming, seen, form, page);
    }

    private String ask(String what, List<ComingRow> coming, int seen, ComingForm form, Model page) {
        page.addAttribute("what", what);
        page.addAttribute("coming", coming.stream().limit(ComingForm.MOST).toList());
        page.addAttribute("more", coming.size() > ComingForm.MOST);
        return ask(seen, form, page);
    }
}
