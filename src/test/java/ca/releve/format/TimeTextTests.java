package ca.releve.format;

import static java.util.Locale.CANADA;
import static java.util.Locale.CANADA_FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.signin.password.Seeds;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8h30               | 08:30
            8:30               | 08:30
            08:30              | 08:30
            830                | 08:30
            0830               | 08:30
            08 h 30            | 08:30
            8H30               | 08:30
            8 H 30             | 08:30
            8 h 05             | 08:05
            08.30              | 08:30
            8.30               | 08:30
            8 h                | 08:00
            20 h               | 20:00
            8                  | 08:00
            08                 | 08:00
            22                 | 22:00
            2200               | 22:00
            8 h 30 min         | 08:30
            8h30min            | 08:30
            8\u00A0h\u00A030   | 08:30
            8\u202Fh\u202F30   | 08:30
            '  8:30\u00A0'     | 08:30
            23:59              | 23:59
            0:00               | 00:00
            00:00              | 00:00
            0 h                | 00:00
            0                  | 00:00
            24:00              | 00:00
            24 h               | 00:00
            24 h 00            | 00:00
            2400               | 00:00
            minuit             | 00:00
            Midnight           | 00:00
            12:00              | 12:00
            midi               | 12:00
            NOON               | 12:00
            """)
    void aTimeIsParsedInCommonNotations(String typed, LocalTime time) {
        assertThat(TimeText.parse(typed)).contains(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8:30 am               | 08:30
            8:30am                | 08:30
            8:30 AM               | 08:30
            8:30 a.m.             | 08:30
            8:30\u00A0p.m.        | 20:30
            830 pm                | 20:30
            8 pm                  | 20:00
            12 am                 | 00:00
            12:30 am              | 00:30
            12 pm                 | 12:00
            12:59 pm              | 12:59
            1 am                  | 01:00
            11:59 pm              | 23:59
            """)
    void anEnglishTimeHasTwelveHours(String typed, LocalTime time) {
        assertThat(TimeText.parse(typed)).contains(time);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "25:00",
                "25",
                "24:30",
                "24:01",
                "2430",
                "8:60",
                "8 h 60",
                "0860",
                "8:5",
                "8.5",
                "8 h 5",
                "8,30",
                "12345",
                "8:300",
                "008:30",
                "8:30:00",
                "-8:30",
                "+8",
                "8 30",
                "8:",
                ":30",
                "h30",
                "h",
                "8 h min",
                "8 m",
                "13 pm",
                "0 am",
                "0:30 pm",
                "8 h pm",
                "8:30 xm",
                "pm",
                "midi 30",
                "huit heures",
                "8h30h",
                "8x30",
                "1e1",
                "\u0668:\u0663\u0660",
                "\uFF18:30",
                "8\uFE0F\u20E3",
                "8:30\u0301"
            })
    void aTextThatIsNoTimeIsRefused(String typed) {
        assertThat(TimeText.parse(typed)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(TimeText.parse("8".repeat(1_000_000))).isEmpty();
    }

    @Test
    void everyMinuteOfTheDayIsParsedFromEveryFormatOfIt() {
        for (int minute = 0; minute < 1440; minute++) {
            LocalTime time = LocalTime.ofSecondOfDay(minute * 60);
            assertThat(TimeText.parse(TimeText.format(time))).contains(time);
            assertThat(TimeText.parse(TimeText.words(time, CANADA_FRENCH))).contains(time);
            assertThat(TimeText.parse(TimeText.words(time, CANADA))).contains(time);
        }
    }

    @Test
    void anyTextIsParsedAsAWholeMinuteOrRefused() {
        long seed = Seeds.next("anyTextIsParsedAsAWholeMinuteOrRefused");
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String typed = Seeds.text(random, "0123456789:.hH apm\u00A0min\u0668", 9);
            Optional<LocalTime> time = TimeText.parse(typed);
            assertThat(time.map(TimeText::format).flatMap(TimeText::parse))
                    .as("« %s », seed %d", typed, seed)
                    .isEqualTo(time);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # time  | table | French            | English
            08:30   | 08:30 | 8\u00A0h\u00A030  | 8:30\u00A0am
            08:00   | 08:00 | 8\u00A0h          | 8:00\u00A0am
            17:05   | 17:05 | 17\u00A0h\u00A005 | 5:05\u00A0pm
            00:00   | 00:00 | 0\u00A0h          | 12:00\u00A0am
            12:00   | 12:00 | 12\u00A0h         | 12:00\u00A0pm
            23:59   | 23:59 | 23\u00A0h\u00A059 | 11:59\u00A0pm
            06:30:59.9 | 06:30 | 6\u00A0h\u00A030 | 6:30\u00A0am
            """)
    void aTimeIsFormattedForTablesAndForSentences(LocalTime time, String table, String french, String english) {
        assertThat(TimeText.format(time)).isEqualTo(table);
        assertThat(TimeText.words(time, CANADA_FRENCH)).isEqualTo(french);
        assertThat(TimeText.words(time, CANADA)).isEqualTo(english);
    }
}
