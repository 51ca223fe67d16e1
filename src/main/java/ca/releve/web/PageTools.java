package ca.releve.web;

import java.util.Collection;
import java.util.UUID;

/** Small questions that fragments of forms ask; templates call it {@code #page}. */
public final class PageTools {

    /** An id for one shown form, so that its button counts once. */
    public UUID newId() {
        return UUID.randomUUID();
    }

    /** @return the ids that tell more about a field, for {@code aria-describedby}; null for none */
    public String describedBy(String name, boolean hint, boolean error) {
        String ids = (hint ? name + "-hint " : "") + (error ? name + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** Whether this choice is among the chosen ones, whatever type the form keeps them in. */
    public boolean holds(Collection<?> chosen, String value) {
        return chosen != null
                && chosen.stream().anyMatch(it -> String.valueOf(it).equals(value));
    }
}
