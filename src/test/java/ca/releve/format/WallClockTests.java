package ca.releve.format;

import static ca.releve.format.WallClock.Occurrence.FIRST;
import static ca.releve.format.WallClock.Occurrence.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.format.WallClock.Occurrence;
import ca.releve.format.WallClock.Resolution;
import ca.releve.format.WallClock.Resolution.Ambiguous;
import ca.releve.format.WallClock.Resolution.At;
import ca.releve.format.WallClock.Resolution.InGap;
import ca.releve.signin.password.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTests {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the clock shows  | instant
            2027-01-15T08:00   | 2027-01-15T13:00:00Z
            2027-07-15T08:00   | 2027-07-15T12:00:00Z
            2027-03-14T00:00   | 2027-03-14T05:00:00Z
            2027-03-14T01:59   | 2027-03-14T06:59:00Z
            2027-03-14T03:00   | 2027-03-14T07:00:00Z
            2027-11-07T00:59   | 2027-11-07T04:59:00Z
            2027-11-07T02:00   | 2027-11-07T07:00:00Z
            """)
    void anUnambiguousTimeIsOneInstant(LocalDateTime shown, Instant instant) {
        assertThat(resolve(shown, null)).isEqualTo(new At(instant));
    }

    @ParameterizedTest
    @CsvSource({"02:00", "02:30", "02:59"})
    void aTimeSkippedInSpringIsInTheGap(LocalTime time) {
        LocalDate spring = LocalDate.parse("2027-03-14");

        assertThat(WallClock.resolve(spring, time, null, TORONTO)).isEqualTo(new InGap());
        assertThat(WallClock.resolve(spring, time, FIRST, TORONTO)).isEqualTo(new InGap());
        assertThat(WallClock.resolve(spring, time, SECOND, TORONTO)).isEqualTo(new InGap());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-11-07T01:00 | 2027-11-07T05:00:00Z | 2027-11-07T06:00:00Z
            2027-11-07T01:30 | 2027-11-07T05:30:00Z | 2027-11-07T06:30:00Z
            2027-11-07T01:59 | 2027-11-07T05:59:00Z | 2027-11-07T06:59:00Z
            """)
    void aTimeThatOccursTwiceInAutumnIsAmbiguous(LocalDateTime shown, Instant first, Instant second) {
        assertThat(resolve(shown, null)).isEqualTo(new Ambiguous());
        assertThat(resolve(shown, FIRST)).isEqualTo(new At(first));
        assertThat(resolve(shown, SECOND)).isEqualTo(new At(second));
        assertThat(WallClock.occurrence(first, TORONTO)).contains(FIRST);
        assertThat(WallClock.occurrence(second, TORONTO)).contains(SECOND);
    }

    @Test
    void anOccurrenceHasNoEffectOnAnUnambiguousTime() {
        LocalDateTime morning = LocalDateTime.parse("2027-11-07T08:00");

        assertThat(resolve(morning, FIRST)).isEqualTo(resolve(morning, null));
        assertThat(resolve(morning, SECOND)).isEqualTo(resolve(morning, null));
        assertThat(WallClock.occurrence(instant(morning, null), TORONTO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-12 | 8
            2027-03-13 | 7
            2027-03-14 | 8
            2027-11-05 | 8
            2027-11-06 | 9
            2027-11-07 | 8
            """)
    void aNightFrom22To6HasItsRealDuration(LocalDate evening, long hours) {
        Instant start = instant(evening.atTime(22, 0), null);
        Instant end = instant(evening.plusDays(1).atTime(6, 0), null);

        assertThat(Duration.between(start, end)).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void anInstantIsConvertedBackToItsWallClockTime() {
        long seed = Seeds.next("anInstantIsConvertedBackToItsWallClockTime");
        Random random = new Random(seed);
        LocalDateTime start = LocalDateTime.parse("2026-01-01T00:00");
        long minutes =
                Duration.between(start, LocalDateTime.parse("2029-01-01T00:00")).toMinutes();
        for (int i = 0; i < 2_000; i++) {
            assertMeansWhatItShows(start.plusMinutes(random.nextLong(minutes)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07", "2028-03-12", "2028-11-05"})
    void everyMinuteOfADayOfAClockChangeIsConvertedCorrectly(LocalDate day) {
        for (int minute = 0; minute < 1440; minute++) {
            assertMeansWhatItShows(day.atStartOfDay().plusMinutes(minute), "clock change");
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-03-14T05:00:00Z, 1380", "2027-11-07T04:00:00Z, 1500", "2027-06-01T04:00:00Z, 1440"})
    void everyInstantOfADayIsResolvedFromItsWallClockTime(Instant midnight, int minutesInDay) {
        for (int minute = 0; minute < minutesInDay; minute++) {
            Instant instant = midnight.plus(Duration.ofMinutes(minute));
            Occurrence occurrence = WallClock.occurrence(instant, TORONTO).orElse(null);

            assertThat(instant(WallClock.shown(instant, TORONTO), occurrence)).isEqualTo(instant);
        }
        assertThat(WallClock.shown(midnight.plus(Duration.ofMinutes(minutesInDay)), TORONTO)
                        .toLocalTime())
                .isEqualTo(LocalTime.MIDNIGHT);
    }

    private static void assertMeansWhatItShows(LocalDateTime shown, String seed) {
        Resolution resolution = resolve(shown, null);
        if (resolution instanceof At at) {
            assertThat(WallClock.shown(at.instant(), TORONTO)).as(seed).isEqualTo(shown);
        } else if (resolution instanceof Ambiguous) {
            assertThat(WallClock.shown(instant(shown, FIRST), TORONTO)).as(seed).isEqualTo(shown);
            assertThat(WallClock.shown(instant(shown, SECOND), TORONTO))
                    .as(seed)
                    .isEqualTo(shown);
            assertThat(Duration.between(instant(shown, FIRST), instant(shown, SECOND)))
                    .as(seed)
                    .isEqualTo(Duration.ofHours(1));
        } else {
            assertThat(shown.atZone(TORONTO).toLocalDateTime())
                    .as("%s is skipped, %s", shown, seed)
                    .isNotEqualTo(shown);
        }
    }

    private static Instant instant(LocalDateTime shown, Occurrence occurrence) {
        assertThat(resolve(shown, occurrence)).isInstanceOf(At.class);
        return ((At) resolve(shown, occurrence)).instant();
    }

    private static Resolution resolve(LocalDateTime shown, Occurrence occurrence) {
        return WallClock.resolve(shown.toLocalDate(), shown.toLocalTime(), occurrence, TORONTO);
    }
}
