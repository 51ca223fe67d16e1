package ca.releve.timesheet.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.format.WallClock;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.signin.password.Seeds;
import ca.releve.testing.TimeEntries;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.EntryHours;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.TimeEntryStatus;
import ca.releve.timesheet.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Which instants typed times of the clock are, beside a planned shift. */
class DeclarationFormTests {

    private static final ZoneId QUEBEC = TimeEntries.QUEBEC;

    @Test
    void aQuarterPastMidnightOfAShiftThatBeganAt22IsTheNextDays() {
        WorkTime time = read("2026-11-29T22:00", "2026-11-30T09:00", "00:15", "08:45");

        assertThat(WallClock.shown(time.startsAt(), QUEBEC)).isEqualTo("2026-11-30T00:15");
        assertThat(WallClock.shown(time.endsAt(), QUEBEC)).isEqualTo("2026-11-30T08:45");
        assertThat(time.minutes()).isEqualTo(8 * 60 + 30);
    }

    @Test
    void tenToMidnightOfAShiftThatBeginsAtMidnightIsTheDayBefore() {
        WorkTime time = read("2026-11-30T00:00", "2026-11-30T08:00", "23:50", "08:00");

        assertThat(WallClock.shown(time.startsAt(), QUEBEC)).isEqualTo("2026-11-29T23:50");
        assertThat(WallClock.shown(time.endsAt(), QUEBEC)).isEqualTo("2026-11-30T08:00");
    }

    @Test
    void inTheNightWhenTheClockGoesBackAQuarterPastMidnightToSixIsSixHoursAndThreeQuarters() {
        WorkTime time = read("2026-10-31T22:00", "2026-11-01T06:00", "00:15", "06:00");

        assertThat(time.minutes()).isEqualTo(6 * 60 + 45);
        assertThat(WallClock.shown(time.startsAt(), QUEBEC)).isEqualTo("2026-11-01T00:15");
    }

    @Test
    void twelveHoursBeforeAndAfterThePlannedStartIsTheDayOfTheShift() {
        WorkTime time = read("2026-11-30T20:00", "2026-11-30T23:00", "08:00", "11:00");

        assertThat(WallClock.shown(time.startsAt(), QUEBEC)).isEqualTo("2026-11-30T08:00");
    }

    @Test
    void anEndThatTheClockShowsAgainAfterTheStartIsOfTheSameNight() {
        DeclarationForm form = typed("01:30", "01:15");
        form.setStartOccurrence(WallClock.Occurrence.FIRST);
        HoursRow line = line("2026-11-01T00:00", "2026-11-01T06:00");
        BindingResult errors = new BeanPropertyBindingResult(form, "form");

        assertThat(form.read(line, errors)).isEmpty();
        assertThat(errors.hasFieldErrors("endOccurrence")).isTrue();
        assertThat(form.endsTwice(line)).isTrue();

        form.setEndOccurrence(WallClock.Occurrence.SECOND);
        assertThat(read(form, line).time().minutes()).isEqualTo(45);
    }

    /** Whatever was really worked within 11 hours of the planned start is what its times of the clock are read as. */
    @Test
    void workedInstantsAreReadBackFromTheirTimesAcrossBothClockChanges() {
        long seed = Seeds.next("workedInstantsAreReadBackFromTheirTimesAcrossBothClockChanges");
        Random random = new Random(seed);
        for (String night : List.of("2026-03-08T02:00", "2026-11-01T02:00", "2027-03-14T02:00", "2027-11-07T02:00")) {
            Instant change = LocalDateTime.parse(night).atZone(QUEBEC).toInstant();
            for (int i = 0; i < 2_000; i++) {
                Instant planned = change.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60) - 2 * 24 * 60));
                Instant start = planned.plus(Duration.ofMinutes(random.nextInt(2 * 11 * 60) - 11 * 60));
                Instant end = start.plus(Duration.ofMinutes(60 + 1 + random.nextInt(12 * 60)));
                HoursRow line = line(planned, planned.plus(Duration.ofHours(8)));

                WorkTime time = read(typed(start, end), line).time();

                assertThat(time).as("planned %s, seed %s", planned, seed).isEqualTo(new WorkTime(start, end, 0));
            }
        }
    }

    private static WorkTime read(String plannedStart, String plannedEnd, String start, String end) {
        return read(typed(start, end), line(plannedStart, plannedEnd)).time();
    }

    private static Declaration read(DeclarationForm form, HoursRow line) {
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        Optional<Declaration> declaration = form.read(line, errors);
        assertThat(errors.getAllErrors()).isEmpty();
        return declaration.orElseThrow();
    }

    private static DeclarationForm typed(String start, String end) {
        DeclarationForm form = new DeclarationForm();
        form.setStartTime(LocalTime.parse(start));
        form.setEndTime(LocalTime.parse(end));
        form.setBreakMinutes(UnpaidBreak.NONE);
        form.setMeal(false);
        return form;
    }

    private static DeclarationForm typed(Instant start, Instant end) {
        DeclarationForm form = typed(
                WallClock.shown(start, QUEBEC).toLocalTime().toString(),
                WallClock.shown(end, QUEBEC).toLocalTime().toString());
        form.setStartOccurrence(WallClock.occurrence(start, QUEBEC).orElse(null));
        form.setEndOccurrence(WallClock.occurrence(end, QUEBEC).orElse(null));
        return form;
    }

    private static HoursRow line(String start, String end) {
        return line(
                LocalDateTime.parse(start).atZone(QUEBEC).toInstant(),
                LocalDateTime.parse(end).atZone(QUEBEC).toInstant());
    }

    private static HoursRow line(Instant start, Instant end) {
        WorkTime planned = new WorkTime(start, end, 0);
        EntryHours hours = new EntryHours(planned, planned.minutes(), null, null, 0, null);
        return new HoursRow(UUID.randomUUID(), 0, TimeEntryStatus.TO_FILL, QUEBEC, null, null, hours, null);
    }
}
