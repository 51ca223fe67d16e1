package ca.releve.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The clock on the wall of a facility against the instants that are kept: the only place where one becomes the other,
 * so that the two nights a year when the clock changes are decided once.
 */
public final class WallClock {

    /** Which of the two, when the clock goes back in autumn and shows the same time twice in one night. */
    public enum Occurrence {
        /** The earlier one, still in daylight saving time. */
        FIRST,
        /** The one an hour later, in standard time. */
        SECOND
    }

    /** What a date and a time on the wall mean in a zone. */
    public sealed interface Resolution {

        /** The clock shows that time at this instant. */
        record At(Instant instant) implements Resolution {}

        /** The clock never shows that time: it jumps over it in spring. */
        record InGap() implements Resolution {}

        /** The clock shows that time twice, and nobody has said which one is meant. */
        record Ambiguous() implements Resolution {}
    }

    private WallClock() {}

    /**
     * The instant at which the clock shows that date and time.
     *
     * @param occurrenceOrNull which of the two when the time comes twice; without effect at any other time
     * @return {@code At}, {@code InGap} or {@code Ambiguous}; never moves a time silently
     */
    public static Resolution resolve(LocalDate date, LocalTime time, Occurrence occurrenceOrNull, ZoneId zone) {
        LocalDateTime shown = LocalDateTime.of(date, time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (offsets.isEmpty()) {
            return new Resolution.InGap();
        }
        if (offsets.size() == 1) {
            return new Resolution.At(shown.toInstant(offsets.get(0)));
        }
        if (occurrenceOrNull == null) {
            return new Resolution.Ambiguous();
        }
        // The rules list the offset before the change first, which is the earlier instant.
        return new Resolution.At(shown.toInstant(offsets.get(occurrenceOrNull.ordinal())));
    }

    /** The instant at which a civil day begins: midnight, or the first moment of a day whose midnight the clock jumps over. */
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The date and time that the clock shows at that instant. */
    public static LocalDateTime shown(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** Which of the two occurrences that instant is; empty unless the clock shows its time twice. */
    public static Optional<Occurrence> occurrence(Instant instant, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown(instant, zone));
        if (offsets.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(Occurrence.values()[offsets.indexOf(zone.getRules().getOffset(instant))]);
    }
}
