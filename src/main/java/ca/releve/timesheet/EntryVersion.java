package ca.releve.timesheet;

import ca.releve.shared.NotFound;
import java.util.UUID;

/**
 * A time entry as a page showed it, for a form that changes several at once; written {@code id:version}.
 *
 * @param version the version that the page showed
 */
public record EntryVersion(UUID id, int version) {

    /** @throws NotFound if the text is not a value of a page of the portal */
    public static EntryVersion parse(String text) {
        String[] parts = text.split(":", 2);
        try {
            return new EntryVersion(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw new NotFound();
        }
    }
}
