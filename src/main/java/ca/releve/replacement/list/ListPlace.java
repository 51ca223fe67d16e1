package ca.releve.replacement.list;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The row at an edge of a page, by what it is sorted by, so that the next page begins right after it whatever was added or
 * changed meanwhile.
 *
 * @param name what it is sorted by first, where that is a name or a rank; empty otherwise
 * @param number a place in the order, or a moment in microseconds
 */
record ListPlace(String name, long number, UUID id) {

    private static final int LONGEST = 1_000;

    static ListPlace of(RequestRow row, RequestOrder order) {
        return switch (order) {
            case DATE -> new ListPlace("", row.listOrder(), row.id());
            case URGENCY -> new ListPlace("", ChronoUnit.MICROS.between(Instant.EPOCH, row.openStart()), row.id());
            case STATUS -> new ListPlace(String.valueOf(row.statusRank()), row.listOrder(), row.id());
            case FACILITY -> new ListPlace(row.facility(), row.listOrder(), row.id());
            case CLIENT -> new ListPlace(row.client(), row.listOrder(), row.id());
        };
    }

    /** @return empty for what is no place: whoever mends an address by hand begins at the first page */
    static Optional<ListPlace> parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = text.split("~", -1);
        try {
            return parts.length != 3
                    ? Optional.empty()
                    : Optional.of(new ListPlace(
                                    new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8),
                                    Long.parseLong(parts[0]),
                                    UUID.fromString(parts[1])))
                            .filter(it -> it.name.indexOf('\0') < 0);
        } catch (IllegalArgumentException noPlace) {
            return Optional.empty();
        }
    }

    /** As it stands in an address. */
    String text() {
        return number + "~" + id + "~"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    Instant moment() {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }

    /** A rank that no status has, should somebody write one into the address. */
    int rank() {
        return name.matches("\\d{1,2}") ? Integer.parseInt(name) : 0;
    }
}
