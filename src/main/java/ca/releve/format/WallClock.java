package ca.releve.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Converts between the local time of a facility and the instants that are stored. No other class does this, so that the two
 * clock changes of a year are handled in one place.
 */
public final class WallClock {

    /** Which of the two instants is meant, for a local time that occurs twice when the clock goes back in autumn. */
    public enum Occurrence {
        /** The earlier one, in daylight saving time. */
        FIRST,
        /** The one an hour later, in standard time. */
        SECOND
    }

    /** The result of resolving a local date and time in a zone. */
    public sealed interface Resolution {

        /** The local time is at this instant. */
        record At(Instant instant) implements Resolution {}

        /** The local time does not exist: the clock skips it in spring. */
        record InGap() implements Resolution {}

        /** The local time occurs twice, and no occurrence was given. */
        record Ambiguous() implements Resolution {}
    }

    private WallClock() {}

    /**
     * The instant of a local date and time.
     *
     * @param occurrenceOrNull which of the two instants if the local time occurs twice; ignored otherwise
     * @return {@code At}, {@code InGap} or {@code Ambiguous}; a time in a gap is never shifted
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
        // The rules list the offset before the change first, which gives the earlier instant.
        return new Resolution.At(shown.toInstant(offsets.get(occurrenceOrNull.ordinal())));
    }

    /**
     * The day on which a time of day lies nearest to an instant: 00:15 is the day after a shift that began at 22:00, 23:50 the
     * day before one that began at 00:00. Of two that are as far, the day of the instant itself.
     *
     * @param occurrenceOrNull which of the two instants if the local time occurs twice; the first if not given
     */
    public static LocalDate dayNearest(LocalTime time, Occurrence occurrenceOrNull, Instant to, ZoneId zone) {
        LocalDate day = shown(to, zone).toLocalDate();
        return Stream.of(day, day.minusDays(1), day.plusDays(1))
                .min(Comparator.comparing(it -> Duration.between(to, about(it, time, occurrenceOrNull, zone))
                        .abs()))
                .orElseThrow();
    }

    /** The instant of a local time; for one that is skipped, the instant at which the clock would have shown it. */
    private static Instant about(LocalDate day, LocalTime time, Occurrence occurrenceOrNull, ZoneId zone) {
        Occurrence which = occurrenceOrNull == null ? Occurrence.FIRST : occurrenceOrNull;
        return resolve(day, time, which, zone) instanceof Resolution.At at
                ? at.instant()
                : ZonedDateTime.of(day, time, zone).toInstant();
    }

    /**
     * The day of the first time after a start at which the clock shows an end: that of the start, or the next one.
     *
     * @param startOrNull null if the start itself is not known, because the clock skips it or shows it twice
     */
    public static LocalDate dayOfEnd(
            LocalDate startDay, LocalTime start, Instant startOrNull, LocalTime end, ZoneId zone) {
        if (end.isAfter(start)) {
            return startDay;
        }
        // In the night when the clock goes back, 01:15 comes again after 01:30.
        boolean comesAgain = startOrNull != null
                && resolve(startDay, end, Occurrence.SECOND, zone) instanceof Resolution.At at
                && at.instant().isAfter(startOrNull);
        return comesAgain ? startDay : startDay.plusDays(1);
    }

    /** The instant at which a day begins: midnight, or the first instant of the day if the clock skips midnight. */
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The local date and time of an instant. */
    public static LocalDateTime shown(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** Which occurrence of its local time an instant is; empty unless the local time occurs twice. */
    public static Optional<Occurrence> occurrence(Instant instant, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown(instant, zone));
        if (offsets.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(Occurrence.values()[offsets.indexOf(zone.getRules().getOffset(instant))]);
    }
}
