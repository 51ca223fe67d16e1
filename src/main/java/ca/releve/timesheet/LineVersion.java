package ca.releve.timesheet;

import ca.releve.shared.NotFound;
import java.util.UUID;

/**
 * A line as somebody saw it, for a form that changes several at once; written {@code id:version}.
 *
 * @param version the version that the person saw
 */
record LineVersion(UUID id, int version) {

    /** @throws NotFound if the text is not one that a page of ours wrote */
    static LineVersion parse(String text) {
        String[] parts = text.split(":", 2);
        try {
            return new LineVersion(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new NotFound();
        }
    }
}
