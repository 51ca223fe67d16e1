package ca.releve.replacement.schedule;

import static ca.releve.replacement.SomeRequest.QUEBEC;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.format.WallClock.Occurrence;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.replacement.schedule.ScheduleDefinition.Plan;
import ca.releve.replacement.schedule.ScheduleDefinition.Trouble;
import ca.releve.shared.RuleViolation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleDefinitionTests {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);

    @Test
    void aScheduleMakesAShiftOnEachChosenDayOfTheWeek() {
        assertThat(schedule("2027-06-21", "2027-06-30", "08:30", "16:30", 30).days())
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(21, 22, 23, 24, 25, 28, 29, 30);
    }

    @Test
    void aSingleDayIsThatDayWhateverDayOfTheWeek() {
        assertThat(schedule("2027-06-26", "2027-06-26", "08:30", "16:30", 30).days())
                .containsExactly(LocalDate.parse("2027-06-26"));
    }

    @Test
    void aRangeEndsAfterItsStartAndIsNoLongerThanAYear() {
        assertThatThrownBy(() -> schedule("2027-06-22", "2027-06-21", "08:30", "16:30", 30))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("rule.schedule.dates");
        assertThatThrownBy(() -> schedule("2027-01-01", "2028-01-02", "08:30", "16:30", 30))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("rule.schedule.range");
        assertThat(schedule("2027-01-01", "2028-01-01", "08:30", "16:30", 30).days())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 16:00, false, 480",
        "22:00, 06:00, true, 480",
        "08:00, 07:59, true, 1439",
        "00:00, 23:59, false, 1439"
    })
    void aShiftWhoseEndIsNotAfterItsStartEndsTheNextDay(LocalTime start, LocalTime end, boolean nextDay, int minutes) {
        ScheduleDefinition definition = schedule("2027-06-21", "2027-06-21", start.toString(), end.toString(), 0);

        assertThat(definition.endsNextDay()).isEqualTo(nextDay);
        assertThat(definition.minutesADay()).isEqualTo(minutes);
        assertThat(shift(definition, "2027-06-21").paidMinutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-12, 8", "2027-03-13, 7", "2027-03-14, 8", "2027-11-05, 8", "2027-11-06, 9", "2027-11-07, 8"})
    void aNightFrom22To6LastsSevenOrNineHoursWhenTheClockChanges(String evening, int hours) {
        PlannedShift night = shift(schedule(evening, evening, "22:00", "06:00", 0), evening);

        assertThat(night.paidMinutes()).isEqualTo(hours * 60);
        assertThat(night.day()).isEqualTo(LocalDate.parse(evening));
        assertThat(night.startTime()).isEqualTo(LocalTime.of(22, 0));
        assertThat(night.endTime()).isEqualTo(LocalTime.of(6, 0));
    }

    /** TIM-09. */
    @Test
    void aScheduleAcrossAClockChangeKeepsItsWallClockTimes() {
        ScheduleDefinition spring = schedule("2027-03-01", "2027-04-30", "08:00", "16:00", 30);

        List<PlannedShift> shifts =
                spring.days().stream().map(day -> spring.planFor(day).shift()).toList();

        assertThat(shifts).hasSize(45).allSatisfy(shift -> {
            assertThat(shift.startTime()).isEqualTo(LocalTime.of(8, 0));
            assertThat(shift.endTime()).isEqualTo(LocalTime.of(16, 0));
            assertThat(shift.paidMinutes()).isEqualTo(450);
        });
        assertThat(shift(spring, "2027-03-12").startsAt()).isEqualTo(Instant.parse("2027-03-12T13:00:00Z"));
        assertThat(shift(spring, "2027-03-15").startsAt()).isEqualTo(Instant.parse("2027-03-15T12:00:00Z"));
    }

    @Test
    void aTimeSkippedInSpringIsRefused() {
        Plan start = schedule("2027-03-14", "2027-03-14", "02:30", "10:00", 0).planFor(LocalDate.parse("2027-03-14"));
        Plan end = schedule("2027-03-13", "2027-03-13", "22:00", "02:30", 0).planFor(LocalDate.parse("2027-03-13"));

        assertThat(start).isEqualTo(new Plan(null, Trouble.SKIPPED, null));
        assertThat(end).isEqualTo(new Plan(null, null, Trouble.SKIPPED));
    }

    /** TIM-05. */
    @Test
    void aTimeThatOccursTwiceInAutumnIsAmbiguous() {
        LocalDate night = LocalDate.parse("2027-11-07");
        ScheduleDefinition unsaid = schedule("2027-11-07", "2027-11-07", "01:30", "09:00", 0);

        assertThat(unsaid.planFor(night)).isEqualTo(new Plan(null, Trouble.TWICE, null));
        assertThat(unsaid.daysWhoseStartComesTwice()).containsExactly(night);
        assertThat(unsaid.daysWhoseEndComesTwice()).isEmpty();
        assertThat(said(Occurrence.FIRST, night).paidMinutes()).isEqualTo(8 * 60 + 30);
        assertThat(said(Occurrence.SECOND, night).paidMinutes()).isEqualTo(7 * 60 + 30);
    }

    @Test
    void theEndOfANightMayBeAmbiguousToo() {
        ScheduleDefinition night = schedule("2027-11-06", "2027-11-06", "18:00", "01:30", 0);

        assertThat(night.daysWhoseEndComesTwice()).containsExactly(LocalDate.parse("2027-11-07"));
        assertThat(night.planFor(LocalDate.parse("2027-11-06")).end()).isEqualTo(Trouble.TWICE);
    }

    @ParameterizedTest
    @CsvSource({"480, rule.shift.break", "600, rule.shift.break"})
    void aBreakIsShorterThanItsShift(int minutes, String rule) {
        ScheduleDefinition definition = schedule("2027-06-21", "2027-06-21", "08:00", "16:00", minutes);

        assertThatThrownBy(() -> definition.planFor(LocalDate.parse("2027-06-21")))
                .isInstanceOf(RuleViolation.class)
                .hasMessage(rule);
    }

    @Test
    void anEndAtTheTimeOfTheStartIsNot24Hours() {
        assertThatThrownBy(() -> schedule("2027-06-21", "2027-06-21", "08:00", "08:00", 0))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("rule.shift.same-time");
    }

    @Test
    void halfPastFourAfterSevenIsProbably1630() {
        assertThat(PlannedShift.likelyEnd(LocalTime.of(7, 0), LocalTime.of(4, 30)))
                .hasValue(LocalTime.of(16, 30));
        assertThat(PlannedShift.likelyEnd(LocalTime.of(22, 0), LocalTime.of(6, 0)))
                .isEmpty();
        assertThat(PlannedShift.likelyEnd(LocalTime.of(19, 0), LocalTime.of(8, 0)))
                .isEmpty();
        assertThat(PlannedShift.likelyEnd(LocalTime.of(7, 0), LocalTime.of(19, 30)))
                .isEmpty();
    }

    @Test
    void aBreakIsNotNegative() {
        PlannedShift shift = shift(schedule("2027-06-21", "2027-06-21", "08:00", "16:00", 0), "2027-06-21");

        assertThatThrownBy(() -> new PlannedShift(shift.startsAt(), shift.endsAt(), -1, QUEBEC))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("rule.shift.break");
    }

    @Test
    void breaksOutsideTheShiftAreRefused() {
        UnpaidBreak breaks = new UnpaidBreak(60, "10:00-10:30, 14:30-15:00");
        LocalDate day = LocalDate.parse("2027-06-21");

        assertThatThrownBy(() -> new ScheduleDefinition(
                        day, day, LocalTime.of(8, 0), LocalTime.of(14, 0), breaks, WEEKDAYS, null, null, QUEBEC))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("rule.schedule.break-outside");
    }

    @Test
    void noPaidTimeIsLongerThanADay() {
        ScheduleDefinition autumn = schedule("2027-11-06", "2027-11-06", "12:00", "11:59", 0);

        assertThatThrownBy(() -> autumn.planFor(LocalDate.parse("2027-11-06")))
                .isInstanceOf(RuleViolation.class)
                .hasMessage("rule.shift.too-long");
    }

    private static PlannedShift said(Occurrence occurrence, LocalDate night) {
        return new ScheduleDefinition(
                        night,
                        night,
                        LocalTime.of(1, 30),
                        LocalTime.of(9, 0),
                        UnpaidBreak.NONE,
                        WEEKDAYS,
                        occurrence,
                        null,
                        QUEBEC)
                .planFor(night)
                .shift();
    }

    private static PlannedShift shift(ScheduleDefinition definition, String day) {
        return definition.planFor(LocalDate.parse(day)).shift();
    }

    private static ScheduleDefinition schedule(String from, String to, String start, String end, int breakMinutes) {
        return new ScheduleDefinition(
                LocalDate.parse(from),
                LocalDate.parse(to),
                LocalTime.parse(start),
                LocalTime.parse(end),
                new UnpaidBreak(breakMinutes),
                WEEKDAYS,
                null,
                null,
                QUEBEC);
    }
}
