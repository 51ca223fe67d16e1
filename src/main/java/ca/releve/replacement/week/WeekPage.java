package ca.releve.replacement.week;

import ca.releve.client.ManagerScope;
import ca.releve.format.WallClock;
import ca.releve.replacement.ShiftStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A week from Monday to Sunday.
 *
 * @param places the facilities with shifts in this week, by name; the shifts beyond {@link Expected#MAX_READ} are left out
 */
public record WeekPage(LocalDate monday, List<Place> places, Expected expected) {

    private static final int DAYS = 7;

    static WeekPage of(LocalDate monday, ManagerScope scope, List<WeekRow> found, ZoneId zone) {
        Expected expected = sum(found);
        List<WeekRow> shifts = expected.many() ? found.subList(0, Expected.MAX_READ) : found;
        List<Place> places = scope.facilities().stream()
                .map(facility -> Place.of(
                        facility.name(),
                        monday,
                        shifts.stream()
                                .filter(it -> it.facilityId().equals(facility.id()))
                                .toList(),
                        zone))
                .filter(it -> !it.empty())
                .toList();
        return new WeekPage(monday, places, expected);
    }

    private static Expected sum(List<WeekRow> shifts) {
        return new Expected(
                shifts.size(),
                (int) shifts.stream()
                        .filter(WeekRow::expected)
                        .map(it -> it.substitute().id())
                        .distinct()
                        .count(),
                count(shifts, ShiftStatus.OPEN),
                count(shifts, ShiftStatus.TO_RECONFIRM));
    }

    private static int count(List<WeekRow> shifts, ShiftStatus status) {
        return (int) shifts.stream().filter(it -> it.status() == status).count();
    }

    private static List<LocalDate> days(LocalDate monday) {
        return IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    }

    public List<LocalDate> days() {
        return days(monday);
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1);
    }

    public boolean empty() {
        return places.isEmpty();
    }

    /** A facility with its week. */
    public record Place(String name, List<Day> days) {

        private static Place of(String name, LocalDate monday, List<WeekRow> shifts, ZoneId zone) {
            return new Place(
                    name,
                    WeekPage.days(monday).stream()
                            .map(day -> new Day(
                                    day,
                                    shifts.stream()
                                            .filter(it -> WallClock.shown(it.startsAt(), zone)
                                                    .toLocalDate()
                                                    .equals(day))
                                            .toList()))
                            .toList());
        }

        boolean empty() {
            return days.stream().allMatch(it -> it.shifts.isEmpty());
        }
    }

    /** The shifts that begin on a day, in the order of their start. */
    public record Day(LocalDate date, List<WeekRow> shifts) {}
}
