package ca.releve.timesheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lines of one replacement and one substitute, week by week, as a manager approves them.
 *
 * @param head any of the lines, for what they have in common
 */
public record HoursGroup(HoursLine head, List<WeekOfLines> weeks) {

    /** Sorts a page of lines into groups, in the order in which their first lines come. */
    static List<HoursGroup> of(List<HoursLine> lines, List<AdjustmentLine> adjustments) {
        Map<List<UUID>, List<HoursLine>> groups = new LinkedHashMap<>();
        lines.forEach(
                line -> groups.computeIfAbsent(List.of(line.requestId(), line.substituteId()), key -> new ArrayList<>())
                        .add(line));
        return groups.values().stream()
                .map(group -> new HoursGroup(group.get(0), weeks(group, adjustments)))
                .toList();
    }

    private static List<WeekOfLines> weeks(List<HoursLine> lines, List<AdjustmentLine> adjustments) {
        Map<Week, List<Row>> weeks = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing(line -> line.planned().startsAt()))
                .forEach(line -> weeks.computeIfAbsent(Week.of(line.day()), week -> new ArrayList<>())
                        .add(new Row(
                                line,
                                adjustments.stream()
                                        .filter(it -> it.entryId().equals(line.id()))
                                        .toList())));
        return weeks.entrySet().stream()
                .map(week -> new WeekOfLines(week.getKey(), week.getValue()))
                .toList();
    }

    /** The lines that may be approved together. */
    public List<HoursLine> plain() {
        return weeks.stream()
                .flatMap(week -> week.rows().stream())
                .map(Row::line)
                .filter(HoursLine::plain)
                .toList();
    }

    /** Names the group within the page. */
    public String key() {
        return head.requestId() + "-" + head.substituteId();
    }

    /** A line with what was adjusted. */
    public record Row(HoursLine line, List<AdjustmentLine> adjustments) {}

    /** The lines of a week, Monday to Sunday, and what they come to. */
    public record WeekOfLines(Week week, List<Row> rows) {

        public int plannedMinutes() {
            return rows.stream().mapToInt(row -> row.line().plannedMinutes()).sum();
        }

        public int declaredMinutes() {
            return rows.stream()
                    .map(Row::line)
                    .filter(HoursLine::filled)
                    .mapToInt(HoursLine::declaredMinutes)
                    .sum();
        }

        public int adjustedMinutes() {
            return rows.stream().mapToInt(row -> row.line().adjustedMinutes()).sum();
        }

        public int finalMinutes() {
            return rows.stream().mapToInt(row -> row.line().finalMinutes()).sum();
        }
    }
}
