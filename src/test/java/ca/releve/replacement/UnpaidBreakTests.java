package ca.releve.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpaidBreakTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "30, 30",
        "30 min, 30",
        "30min, 30",
        "45 minutes, 45",
        "0:30, 30",
        "1:15, 75",
        "1 h, 60",
        "1h15, 75",
        "0 h 30, 30",
        "90, 90",
        "1439, 1439"
    })
    void breaksInMinutesOrHoursAreParsed(String typed, int minutes) throws ParseException {
        assertThat(UnpaidBreak.parse(typed)).isEqualTo(new UnpaidBreak(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-30", "0,5", "0.5", "1:5", "1:60", "24:00", "1440", "30 h", "12345", "30 30"})
    void anyOtherBreakIsRefused(String typed) {
        assertThatThrownBy(() -> UnpaidBreak.parse(typed)).isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15+15                        | 30
            15 + 15 + 10 min             | 40
            2 × 15                       | 30
            2x15                         | 30
            2 x 15 + 30                  | 60
            10:00-10:30, 14:30-15:00     | 60
            10:00-10:30,14:30-15:00      | 60
            10 h à 10 h 15 et 14 h à 14 h 15 | 30
            23:45–0:15                   | 30
            """)
    void severalBreaksAreAddedUpAndKeptAsTyped(String typed, int minutes) throws ParseException {
        assertThat(UnpaidBreak.parse(typed)).isEqualTo(new UnpaidBreak(minutes, typed));
        assertThat(UnpaidBreak.parse(typed).typed()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15+",
                "+15",
                "15+x",
                "0 × 15",
                "× 15",
                "10:00-10:00",
                "10:00-25:00",
                "10:00-",
                "10:00-10:30, 15",
                "10:00-10:30, 10:15-10:45",
                "10:00-10:30, 10:00-10:30",
                "1000+1000",
                "15, 15"
            })
    void breaksThatDoNotAddUpAreRefused(String typed) {
        assertThatThrownBy(() -> UnpaidBreak.parse(typed)).isInstanceOf(ParseException.class);
    }

    @Test
    void breaksWithTimesLieWithinTheShift() throws ParseException {
        UnpaidBreak breaks = UnpaidBreak.parse("10:00-10:30, 14:30-15:00");

        assertThat(breaks.isWithin(LocalTime.of(10, 0), LocalTime.of(15, 0))).isTrue();
        assertThat(breaks.isWithin(LocalTime.of(8, 0), LocalTime.of(14, 45))).isFalse();
        assertThat(breaks.isWithin(LocalTime.of(10, 15), LocalTime.of(18, 0))).isFalse();
        assertThat(UnpaidBreak.parse("23:45-0:15").isWithin(LocalTime.of(22, 0), LocalTime.of(6, 0)))
                .isTrue();
        assertThat(new UnpaidBreak(30).isWithin(LocalTime.of(8, 0), LocalTime.of(8, 15)))
                .isTrue();
    }
}
