package ca.releve.replacement.desk;

import static ca.releve.replacement.desk.LoadWarning.OVER_12_HOURS_IN_24;
import static ca.releve.replacement.desk.LoadWarning.OVER_40_HOURS;
import static ca.releve.replacement.desk.LoadWarning.OVER_50_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.SomeRequest;
import ca.releve.replacement.desk.Workload.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTests {

    private static final Work MONDAY = work("2027-03-08", "08:00", 480);

    @Test
    void fortyHoursAWeekAreFineAndOneMinuteMoreIsOvertime() {
        List<Work> week = days(4, 480);

        assertThat(warnings(week, work("2027-03-12", "08:00", 480))).isEmpty();
        assertThat(warnings(week, work("2027-03-12", "08:00", 481))).containsExactly(OVER_40_HOURS);
    }

    @Test
    void moreThanFiftyHoursAWeekMayBeRefused() {
        List<Work> week = days(4, 600);

        assertThat(warnings(week, work("2027-03-12", "08:00", 600))).containsExactly(OVER_40_HOURS);
        assertThat(warnings(week, work("2027-03-12", "08:00", 601))).containsExactly(OVER_50_HOURS);
    }

    @Test
    void theWeekBeginsOnMonday() {
        assertThat(warnings(days(5, 480), work("2027-03-15", "08:00", 480))).isEmpty();
        assertThat(warnings(days(5, 480), work("2027-03-14", "08:00", 480))).containsExactly(OVER_40_HOURS);
    }

    @Test
    void eachWeekOfSeveralShiftsIsLookedAt() {
        List<Work> added = List.of(work("2027-03-01", "08:00", 60), work("2027-03-13", "08:00", 60));

        assertThat(new Workload(days(5, 480), added, SomeRequest.QUEBEC).warnings())
                .containsExactly(OVER_40_HOURS);
    }

    @Test
    void moreThanTwelveHoursIn24MayBeRefusedAlsoAcrossMidnight() {
        assertThat(warnings(List.of(MONDAY), work("2027-03-08", "18:00", 240))).isEmpty();
        assertThat(warnings(List.of(MONDAY), work("2027-03-08", "18:00", 241))).containsExactly(OVER_12_HOURS_IN_24);
        assertThat(warnings(List.of(MONDAY), work("2027-03-09", "03:00", 360))).containsExactly(OVER_12_HOURS_IN_24);
        assertThat(warnings(List.of(MONDAY), work("2027-03-09", "08:00", 720))).isEmpty();
    }

    private static List<LoadWarning> warnings(List<Work> booked, Work added) {
        return new Workload(booked, List.of(added), SomeRequest.QUEBEC).warnings();
    }

    private static List<Work> days(int count, int minutes) {
        return IntStream.range(8, 8 + count)
                .mapToObj(day -> work("2027-03-" + (day < 10 ? "0" : "") + day, "08:00", minutes))
                .toList();
    }

    private static Work work(String date, String start, int minutes) {
        Instant from = SomeRequest.at(date, start);
        return new Work(from, from.plus(Duration.ofMinutes(minutes)), minutes);
    }
}
