package ca.releve.replacement.list;

import ca.releve.replacement.week.Expected;
import java.util.List;
import java.util.Objects;

/**
 * What stands above a manager's list: today, tomorrow and this week from Monday to Sunday.
 *
 * @param shifts the first of today's shifts, those that are over last
 */
public record ComingPage(List<TodayRow> shifts, Expected today, Expected tomorrow, Expected week) {

    /** @param rows at least one: the sums with each of the shifts, or with none */
    static ComingPage of(List<Row> rows) {
        Row first = rows.get(0);
        return new ComingPage(
                rows.stream().map(Row::shift).filter(Objects::nonNull).toList(),
                first.today,
                first.tomorrow,
                first.week);
    }

    /** Whether there are more shifts today than are shown. */
    public boolean more() {
        return today.shifts() > shifts.size();
    }

    boolean empty() {
        return today.shifts() + tomorrow.shifts() + week.shifts() == 0;
    }

    record Row(Expected today, Expected tomorrow, Expected week, TodayRow shift) {}
}
