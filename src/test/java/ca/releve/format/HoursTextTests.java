package ca.releve.format;

import static java.util.Locale.CANADA;
import static java.util.Locale.CANADA_FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.signin.password.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1,00              | -60
            1,00               | 60
            -1.00              | -60
            \u22121            | -60
            \u20131            | -60
            - 1,00             | -60
            +0,25              | 15
            7,5                | 450
            7.5                | 450
            7,50               | 450
            7,5 h              | 450
            7                  | 420
            07,5               | 450
            0,01               | 1
            0,02               | 1
            0,33               | 20
            0,67               | 40
            7,99               | 479
            7 h                | 420
            7h                 | 420
            7 h 30             | 450
            7h30               | 450
            7 H 30             | 450
            7 h 05             | 425
            7 h 30 min         | 450
            7:30               | 450
            -0:15              | -15
            \u22120 h 15       | -15
            0 h 45             | 45
            0                  | 0
            -0,00              | 0
            999                | 59940
            -999:00            | -59940
            '  7,5 '           | 450
            '\u00A07,5\u202F'  | 450
            7\u00A0h\u00A030   | 450
            7\u202Fh\u202F30   | 450
            """)
    void hoursAreParsedInCommonNotations(String typed, int minutes) {
        assertThat(HoursText.parse(typed)).isEqualTo(OptionalInt.of(minutes));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "-",
                "h",
                ",5",
                ".5",
                "7.",
                "7,",
                "1,234",
                "1.234",
                "7,5,5",
                "7,5.5",
                "1 234,50",
                "1\u00A0234,50",
                "1,234.50",
                "1e3",
                "sept",
                "7x",
                "x7",
                "0x7",
                "NaN",
                "7:60",
                "7:5",
                "7:",
                ":30",
                "7:30:00",
                "7:30 min",
                "7 h 5",
                "7 h 60",
                "7,5 h 30",
                "h 30",
                "--1",
                "+-1",
                "1-",
                "7/2",
                "7 30",
                "999,01",
                "999:01",
                "1000",
                "-1000",
                "0007",
                "\u0667,\u0665",
                "\uFF17",
                "7\u066B5",
                "7\u0301",
                "1\uFE0F\u20E3",
                "7,5 $",
                "7;5"
            })
    void aTextThatIsNoNumberOfHoursIsRefused(String typed) {
        assertThat(HoursText.parse(typed)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(HoursText.parse("7".repeat(1_000_000))).isEmpty();
        assertThat(HoursText.parse(" ".repeat(1_000_000) + "7")).isEmpty();
    }

    @Test
    void twoDecimalsStandForExactlyOneMinute() {
        for (Locale locale : List.of(CANADA_FRENCH, CANADA)) {
            Set<String> shown = new HashSet<>();
            for (int minutes = -1440; minutes <= 1440; minutes++) {
                assertThat(shown.add(HoursText.format(minutes, locale))).isTrue();
                assertThat(HoursText.parse(HoursText.format(minutes, locale))).hasValue(minutes);
                assertThat(HoursText.parse(HoursText.signed(minutes, locale))).hasValue(minutes);
                assertThat(HoursText.parse(HoursText.words(minutes, locale))).hasValue(minutes);
            }
        }
    }

    @Test
    void theFormatOfAFieldIsParsedToTheSameMinuteUpTo999Hours() {
        for (int minutes = -59_940; minutes <= 59_940; minutes++) {
            assertThat(HoursText.parse(HoursText.field(minutes, CANADA_FRENCH))).hasValue(minutes);
            assertThat(HoursText.parse(HoursText.field(minutes, CANADA))).hasValue(minutes);
        }
    }

    @Test
    void decimalsAreRoundedToTheNearestMinute() {
        for (int hundredths = 0; hundredths < 100; hundredths++) {
            int nearest = (int) Math.rint(hundredths * 0.6);
            assertThat(HoursText.parse(String.format(Locale.ROOT, "7,%02d", hundredths)))
                    .hasValue(420 + nearest);
        }
    }

    @Test
    void anyTextIsParsedAsHoursInRangeOrRefused() {
        long seed = Seeds.next("anyTextIsParsedAsHoursInRangeOrRefused");
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String typed = Seeds.text(random, "0123456789,.:hH +-\u2212\u2013\u00A0mine\u0667", 8);
            OptionalInt minutes = HoursText.parse(typed);
            if (minutes.isPresent()) {
                assertThat(minutes.getAsInt())
                        .as("« %s », seed %d", typed, seed)
                        .isBetween(-59_940, 59_940);
                assertThat(HoursText.parse(HoursText.field(minutes.getAsInt(), CANADA_FRENCH)))
                        .as("« %s », seed %d", typed, seed)
                        .isEqualTo(minutes);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # minutes   | French                 | English               | French field  | English field
            450         | 7,50                   | 7.50                  | 7,50          | 7.50
            0           | 0,00                   | 0.00                  | 0,00          | 0.00
            1           | 0,02                   | 0.02                  | 0,02          | 0.02
            -15         | \u22120,25             | \u22120.25            | -0,25         | -0.25
            59999       | 999,98                 | 999.98                | 999,98        | 999.98
            74070       | 1\u00A0234,50          | 1,234.50              | 1234,50       | 1234.50
            -74070      | \u22121\u00A0234,50    | \u22121,234.50        | -1234,50      | -1234.50
            2147483647  | 35\u00A0791\u00A0394,12  | 35,791,394.12       | 35791394,12   | 35791394.12
            -2147483648 | \u221235\u00A0791\u00A0394,13 | \u221235,791,394.13 | -35791394,13 | -35791394.13
            """)
    void hoursAreFormattedWithTwoDecimals(
            int minutes, String french, String english, String frenchField, String englishField) {
        assertThat(HoursText.format(minutes, CANADA_FRENCH)).isEqualTo(french);
        assertThat(HoursText.format(minutes, CANADA)).isEqualTo(english);
        assertThat(HoursText.field(minutes, CANADA_FRENCH)).isEqualTo(frenchField);
        assertThat(HoursText.field(minutes, CANADA)).isEqualTo(englishField);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60     | +1,00              | +1.00
            -60    | \u22121,00         | \u22121.00
            0      | 0,00               | 0.00
            74070  | +1\u00A0234,50     | +1,234.50
            """)
    void anAdjustmentIsFormattedWithItsSign(int minutes, String french, String english) {
        assertThat(HoursText.signed(minutes, CANADA_FRENCH)).isEqualTo(french);
        assertThat(HoursText.signed(minutes, CANADA)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            450   | 7\u00A0h\u00A030        | 7\u00A0h\u00A030\u00A0min
            420   | 7\u00A0h                | 7\u00A0h
            45    | 0\u00A0h\u00A045        | 0\u00A0h\u00A045\u00A0min
            425   | 7\u00A0h\u00A005        | 7\u00A0h\u00A005\u00A0min
            0     | 0\u00A0h                | 0\u00A0h
            -15   | \u22120\u00A0h\u00A015  | \u22120\u00A0h\u00A015\u00A0min
            -2147483648 | \u221235791394\u00A0h\u00A008 | \u221235791394\u00A0h\u00A008\u00A0min
            """)
    void hoursInSentencesHaveUnits(int minutes, String french, String english) {
        assertThat(HoursText.words(minutes, CANADA_FRENCH)).isEqualTo(french);
        assertThat(HoursText.words(minutes, CANADA)).isEqualTo(english);
    }

    @Test
    void anUnsupportedLanguageFallsBackToFrench() {
        assertThat(HoursText.format(450, Locale.GERMANY)).isEqualTo("7,50");
        assertThat(HoursText.format(450, Locale.ENGLISH)).isEqualTo("7.50");
        assertThat(HoursText.format(450, Locale.FRENCH)).isEqualTo("7,50");
    }
}
