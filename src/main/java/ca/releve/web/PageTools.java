package ca.releve.web;

import java.util.Collection;
import java.util.UUID;

/** Functions for form fragments; templates call them as {@code #page}. */
public final class PageTools {

    /** A new submission id for a form. */
    public UUID newId() {
        return UUID.randomUUID();
    }

    /** @return the value of {@code aria-describedby} of a field; null for none */
    public String describedBy(String name, boolean hint, boolean error) {
        String ids = (hint ? name + "-hint " : "") + (error ? name + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** Whether the value is among the chosen ones, whatever their type. */
    public boolean holds(Collection<?> chosen, String value) {
        return chosen != null
                && chosen.stream().anyMatch(it -> String.valueOf(it).equals(value));
    }
}
