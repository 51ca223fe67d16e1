package ca.releve.replacement.desk;

import ca.releve.format.WallClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours of a substitute with some shifts more.
 *
 * @param booked the shifts of the substitute, at all clients
 * @param added the shifts in question
 */
record Workload(List<Work> booked, List<Work> added, ZoneId zone) {

    private static final int OVERTIME_AFTER = 40 * 60;
    private static final int MAY_REFUSE_AFTER = 50 * 60;
    private static final int LONGEST_DAY = 12 * 60;
    private static final Duration DAY = Duration.ofHours(24);

    /** One shift, of which some minutes are paid. */
    record Work(Instant startsAt, Instant endsAt, int paidMinutes) {

        /** @param text the start and the end in seconds since 1970 and the paid minutes of each, {@code 60 7260 120,…}; or null */
        static List<Work> parse(String text) {
            return text == null
                    ? List.of()
                    : Stream.of(text.split(","))
                            .map(Scanner::new)
                            .map(it -> new Work(second(it), second(it), it.nextInt()))
                            .toList();
        }

        private static Instant second(Scanner text) {
            return Instant.ofEpochSecond(text.nextLong());
        }

        /** The paid minutes that may lie between two instants: the break may be outside. */
        private long within(Instant from, Instant until) {
            Instant start = startsAt.isBefore(from) ? from : startsAt;
            Instant end = endsAt.isAfter(until) ? until : endsAt;
            return start.isBefore(end) ? Math.min(Duration.between(start, end).toMinutes(), paidMinutes) : 0;
        }
    }

    List<LoadWarning> warnings() {
        List<LoadWarning> warnings = new ArrayList<>();
        int week = longestWeek();
        if (week > MAY_REFUSE_AFTER) {
            warnings.add(LoadWarning.OVER_50_HOURS);
        } else if (week > OVERTIME_AFTER) {
            warnings.add(LoadWarning.OVER_40_HOURS);
        }
        if (longestDay() > LONGEST_DAY) {
            warnings.add(LoadWarning.OVER_12_HOURS_IN_24);
        }
        return warnings;
    }

    /** The most paid minutes of a week in which one of the added shifts begins. */
    private int longestWeek() {
        Map<LocalDate, Integer> minutes =
                all().collect(Collectors.groupingBy(this::monday, Collectors.summingInt(Work::paidMinutes)));
        return added.stream().map(this::monday).mapToInt(minutes::get).max().orElse(0);
    }

    /** The most paid minutes of 24 hours that contain some of the added shifts; such hours begin or end with a shift. */
    private long longestDay() {
        return all().flatMap(it -> Stream.of(it.startsAt, it.endsAt.minus(DAY)))
                .filter(from -> added.stream().anyMatch(it -> it.within(from, from.plus(DAY)) > 0))
                .mapToLong(from ->
                        all().mapToLong(it -> it.within(from, from.plus(DAY))).sum())
                .max()
                .orElse(0);
    }

    private Stream<Work> all() {
        return Stream.concat(booked.stream(), added.stream());
    }

    private LocalDate monday(Work work) {
        return WallClock.shown(work.startsAt, zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
