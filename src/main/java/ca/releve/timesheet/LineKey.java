package ca.releve.timesheet;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list of hours, so that a page begins where the last one ended; written {@code rank_instant_id}.
 *
 * @param rank what the line waits for, in the order of the staff's list
 */
record LineKey(int rank, Instant startsAt, UUID id) {

    /** Before every shift. */
    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** After every shift. */
    static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    LineKey {
        if (startsAt.isBefore(EARLIEST) || startsAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("Not the start of a shift: " + startsAt);
        }
    }

    static LineKey of(HoursLine line) {
        return new LineKey(line.rank(), line.planned().startsAt(), line.id());
    }

    /** @return null for the beginning of the list, and for anything that no page of ours wrote */
    static LineKey parse(String text) {
        String[] parts = text == null ? new String[0] : text.split("_");
        try {
            return parts.length == 3
                    ? new LineKey(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]))
                    : null;
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return null;
        }
    }

    @Override
    public String toString() {
        return rank + "_" + startsAt + "_" + id;
    }
}
