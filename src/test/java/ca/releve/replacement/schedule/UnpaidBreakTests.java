package ca.releve.replacement.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
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
    void minutesOrHoursAreUnderstood(String typed, int minutes) throws ParseException {
        assertThat(UnpaidBreak.parse(typed)).isEqualTo(new UnpaidBreak(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-30", "0,5", "0.5", "1:5", "1:60", "24:00", "1440", "30 h", "12345", "30 30"})
    void nothingElseIsGuessed(String typed) {
        assertThatThrownBy(() -> UnpaidBreak.parse(typed)).isInstanceOf(ParseException.class);
    }
}
