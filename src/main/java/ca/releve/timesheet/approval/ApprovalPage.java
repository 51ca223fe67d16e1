package ca.releve.timesheet.approval;

import ca.releve.timesheet.AdjustmentRow;
import ca.releve.timesheet.EntryHours;
import ca.releve.timesheet.HandledEntry;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.Week;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page « Approbation des heures »: the rows of a page of the list, by replacement and substitute.
 *
 * @param rows how many rows
 * @param different in how many of them other times were declared than were planned
 * @param focus id of the row whose button gets the focus; null for none
 */
public record ApprovalPage(List<Group> groups, int rows, int different, UUID focus) {

    /**
     * @param found the rows in the order of the list: a group stands where its first row stands
     * @param handled the entry that was changed just now; null for none
     */
    static ApprovalPage of(List<HoursRow> found, List<AdjustmentRow> adjustments, HandledEntry handled) {
        Map<UUID, List<AdjustmentRow>> ofEntry =
                adjustments.stream().collect(Collectors.groupingBy(AdjustmentRow::entryId));
        List<Group> groups = new ArrayList<>();
        grouped(found, row -> List.of(row.request().id(), row.substitute().id()))
                .forEach(rows -> groups.add(Group.of(rows, ofEntry)));
        int different =
                (int) found.stream().filter(row -> row.hours().isDifferent()).count();
        return new ApprovalPage(groups, found.size(), different, handled == null ? null : next(groups, handled));
    }

    /** The row to go on with: the next one that waits of the same replacement, or else the first one that waits. */
    private static UUID next(List<Group> groups, HandledEntry handled) {
        List<HoursRow> waiting = groups.stream()
                .flatMap(Group::lines)
                .filter(HoursRow::isWaiting)
                .toList();
        return waiting.stream()
                .filter(row -> row.request().id().equals(handled.requestId())
                        && row.hours().planned().startsAt().isAfter(handled.startsAt()))
                .findFirst()
                .or(() -> waiting.stream().findFirst())
                .map(HoursRow::id)
                .orElse(null);
    }

    private static List<List<HoursRow>> grouped(List<HoursRow> rows, Function<HoursRow, Object> key) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /**
     * The rows of one replacement and one substitute.
     *
     * @param head any of the rows, for what they have in common
     */
    public record Group(HoursRow head, List<WeekOfRows> weeks) {

        private static Group of(List<HoursRow> rows, Map<UUID, List<AdjustmentRow>> adjustments) {
            List<HoursRow> byDay = rows.stream()
                    .sorted(Comparator.comparing(row -> row.hours().planned().startsAt()))
                    .toList();
            List<WeekOfRows> weeks = grouped(byDay, row -> Week.of(row.day())).stream()
                    .map(week -> WeekOfRows.of(week, adjustments))
                    .toList();
            return new Group(rows.get(0), weeks);
        }

        private Stream<HoursRow> lines() {
            return weeks.stream().flatMap(week -> week.rows().stream()).map(AdjustedRow::line);
        }

        /** The rows that can be approved together. */
        public List<HoursRow> plain() {
            return lines().filter(HoursRow::isPlain).toList();
        }

        /** Ids and versions of the rows that can be approved together, as the button sends them. */
        public String plainVersions() {
            return plain().stream().map(row -> row.id() + ":" + row.version()).collect(Collectors.joining(","));
        }
    }

    /** A row with its adjustments. */
    public record AdjustedRow(HoursRow line, List<AdjustmentRow> adjustments) {

        /** Whether the column of the notes has a text. */
        public boolean isNoted() {
            return !adjustments.isEmpty()
                    || line.steps().returnedReason() != null
                    || line.hours().isDeclared()
                            && !line.hours().declaration().note().isEmpty();
        }
    }

    /** The rows of a week, Monday to Sunday, with their totals. */
    public record WeekOfRows(Week week, List<AdjustedRow> rows) {

        private static WeekOfRows of(List<HoursRow> rows, Map<UUID, List<AdjustmentRow>> adjustments) {
            return new WeekOfRows(
                    Week.of(rows.get(0).day()),
                    rows.stream()
                            .map(row -> new AdjustedRow(row, adjustments.getOrDefault(row.id(), List.of())))
                            .toList());
        }

        public int plannedMinutes() {
            return sum(EntryHours::plannedMinutes);
        }

        public int declaredMinutes() {
            return sum(hours -> hours.isDeclared() ? hours.declaredMinutes() : 0);
        }

        public int adjustedMinutes() {
            return sum(EntryHours::adjustedMinutes);
        }

        public int finalMinutes() {
            return sum(EntryHours::finalMinutes);
        }

        private int sum(ToIntFunction<EntryHours> minutes) {
            return rows.stream()
                    .mapToInt(row -> minutes.applyAsInt(row.line().hours()))
                    .sum();
        }
    }
}
