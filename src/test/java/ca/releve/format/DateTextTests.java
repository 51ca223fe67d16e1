package ca.releve.format;

import static java.util.Locale.CANADA;
import static java.util.Locale.CANADA_FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.signin.password.Seeds;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-14                 | 2027-03-14
            2027-3-14                  | 2027-03-14
            2027/03/14                 | 2027-03-14
            2027-03-04                 | 2027-03-04
            20270314                   | 2027-03-14
            14/3/2027                  | 2027-03-14
            14/03/2027                 | 2027-03-14
            3/14/2027                  | 2027-03-14
            14-3-2027                  | 2027-03-14
            5/5/2027                   | 2027-05-05
            12/12/2027                 | 2027-12-12
            ' 2027-03-14\u00A0'        | 2027-03-14
            2028-02-29                 | 2028-02-29
            29/2/2028                  | 2028-02-29
            2000-01-01                 | 2000-01-01
            2100-12-31                 | 2100-12-31
            """)
    void aNumericDateIsParsedWhenItIsUnambiguous(String typed, LocalDate date) {
        assertThat(DateText.parse(typed)).contains(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14 mars 2027                  | 2027-03-14
            14 MARS 2027                  | 2027-03-14
            1er mars 2027                 | 2027-03-01
            1 mars 2027                   | 2027-03-01
            01 mars 2027                  | 2027-03-01
            le 14 mars 2027               | 2027-03-14
            le 1er mars 2027              | 2027-03-01
            dimanche 14 mars 2027         | 2027-03-14
            le dimanche 14 mars 2027      | 2027-03-14
            Dimanche, le 14 mars 2027     | 2027-03-14
            dim. 14 mars 2027             | 2027-03-14
            mar. 16 mars 2027             | 2027-03-16
            14\u00A0mars\u202F2027        | 2027-03-14
            14 janv. 2027                 | 2027-01-14
            14 févr. 2027                 | 2027-02-14
            14 fév 2027                   | 2027-02-14
            14 fevrier 2027               | 2027-02-14
            14 FÉVRIER 2027               | 2027-02-14
            14 fe\u0301vrier 2027         | 2027-02-14
            14 avr. 2027                  | 2027-04-14
            14 juin 2027                  | 2027-06-14
            14 juil. 2027                 | 2027-07-14
            14 juill. 2027                | 2027-07-14
            14 août 2027                  | 2027-08-14
            14 aout 2027                  | 2027-08-14
            14 sept. 2027                 | 2027-09-14
            14 oct. 2027                  | 2027-10-14
            14 nov. 2027                  | 2027-11-14
            14 déc. 2027                  | 2027-12-14
            """)
    void aDateInFrenchWordsIsParsed(String typed, LocalDate date) {
        assertThat(DateText.parse(typed)).contains(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            March 14, 2027              | 2027-03-14
            March 14 2027               | 2027-03-14
            14 March 2027               | 2027-03-14
            Mar. 14, 2027               | 2027-03-14
            MAR 14, 2027                | 2027-03-14
            Sunday, March 14, 2027      | 2027-03-14
            Sun, Mar 14, 2027           | 2027-03-14
            Sunday 14 March 2027        | 2027-03-14
            Tues. March 16, 2027        | 2027-03-16
            Thurs, March 18, 2027       | 2027-03-18
            May 14, 2027                | 2027-05-14
            Sept. 14, 2027              | 2027-09-14
            Aug 14, 2027                | 2027-08-14
            """)
    void aDateInEnglishWordsIsParsed(String typed, LocalDate date) {
        assertThat(DateText.parse(typed)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/4/2027", "04/03/2027", "12/1/2027", "1-2-2027"})
    void anAmbiguousDateIsRefused(String typed) {
        assertThat(DateText.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samedi 14 mars 2027",
                "le lundi 14 mars 2027",
                "Monday, March 14, 2027",
                "mar. 14 mars 2027",
                "bof 14 mars 2027"
            })
    void aWrongWeekdayIsRefused(String typed) {
        assertThat(DateText.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-30",
                "2027-02-29",
                "30 février 2027",
                "February 29, 2027",
                "31/4/2027",
                "2027-13-01",
                "13/13/2027",
                "2027-00-10",
                "2027-01-00",
                "0 mars 2027",
                "32 mars 2027",
                "20270230",
                "14032027",
                "1999-12-31",
                "2101-01-01",
                "14 mars 1999",
                "14 mars 0027",
                "14 mars 20270",
                "12027-03-14"
            })
    void aDayThatDoesNotExistOrIsOutOfRangeIsRefused(String typed) {
        assertThat(DateText.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "14",
                "14 mars",
                "mars 2027",
                "2027",
                "2027-03",
                "14/3/27",
                "27-03-14",
                "14 mars 27",
                "270314",
                "14.3.2027",
                "2027-03/14",
                "14/3-2027",
                "2027-003-14",
                "14 jui 2027",
                "14 ma 2027",
                "14 brumaire 2027",
                "2er mars 2027",
                "le le 14 mars 2027",
                "le March 14, 2027",
                "14 mars 2027 dimanche",
                "14mars2027",
                "demain",
                "-2027-03-14",
                "2027-03-14T00:00",
                "\u0662\u0660\u0662\u0667-03-14",
                "2027-03-1\uFF14",
                "14 m\u0430rs 2027",
                "1\uFE0F\u20E34 mars 2027",
                "14\u0301 mars 2027"
            })
    void aTextThatIsNoDateIsRefused(String typed) {
        assertThat(DateText.parse(typed)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(DateText.parse("2".repeat(1_000_000))).isEmpty();
        assertThat(DateText.parse("m".repeat(1_000_000))).isEmpty();
    }

    @Test
    void everyDayOfTheCenturyIsParsedFromEveryFormatOfIt() {
        LocalDate end = LocalDate.of(2101, Month.JANUARY, 1);
        for (LocalDate date = LocalDate.of(2000, Month.JANUARY, 1); date.isBefore(end); date = date.plusDays(1)) {
            assertThat(DateText.parse(DateText.format(date))).contains(date);
            for (Locale locale : List.of(CANADA_FRENCH, CANADA)) {
                String words = DateText.words(date, locale);
                assertThat(DateText.parse(words)).contains(date);
                assertThat(DateText.parse(Normalizer.normalize(words.toUpperCase(locale), Normalizer.Form.NFD)))
                        .contains(date);
                String year = locale == CANADA ? ", " + date.getYear() : " " + date.getYear();
                assertThat(DateText.parse(DateText.shortDay(date, locale) + year))
                        .contains(date);
            }
        }
    }

    @Test
    void anyTextIsParsedAsADayOfTheCenturyOrRefused() {
        long seed = Seeds.next("anyTextIsParsedAsADayOfTheCenturyOrRefused");
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "1",
                "2",
                "12",
                "20",
                "31",
                "2027",
                "2100",
                "0",
                "-",
                "/",
                " ",
                ",",
                ".",
                "le",
                "er",
                "mars",
                "mar",
                "Dec",
                "é",
                "dimanche",
                "\u0662",
                "\u00A0");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder typed = new StringBuilder();
            random.ints(random.nextInt(9), 0, pieces.size()).forEach(piece -> typed.append(pieces.get(piece)));
            Optional<LocalDate> date = DateText.parse(typed.toString());
            assertThat(date.map(DateText::format).flatMap(DateText::parse))
                    .as("« %s », seed %d", typed, seed)
                    .isEqualTo(date);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-07 | le dimanche 7 mars 2027      | Sunday, March 7, 2027        | dim. 7 mars    | Sun, Mar 7
            2027-03-01 | le lundi 1er mars 2027       | Monday, March 1, 2027        | lun. 1er mars  | Mon, Mar 1
            2027-02-16 | le mardi 16 février 2027     | Tuesday, February 16, 2027   | mar. 16 févr.  | Tue, Feb 16
            2027-07-14 | le mercredi 14 juillet 2027  | Wednesday, July 14, 2027     | mer. 14 juill. | Wed, Jul 14
            2027-08-05 | le jeudi 5 août 2027         | Thursday, August 5, 2027     | jeu. 5 août    | Thu, Aug 5
            2027-12-31 | le vendredi 31 décembre 2027 | Friday, December 31, 2027    | ven. 31 déc.   | Fri, Dec 31
            2027-09-04 | le samedi 4 septembre 2027   | Saturday, September 4, 2027  | sam. 4 sept.   | Sat, Sep 4
            """)
    void aDateIsFormattedForTablesSentencesAndNarrowColumns(
            LocalDate date, String french, String english, String shortFrench, String shortEnglish) {
        assertThat(DateText.format(date)).isEqualTo(date.toString());
        assertThat(DateText.words(date, CANADA_FRENCH)).isEqualTo(french);
        assertThat(DateText.words(date, CANADA)).isEqualTo(english);
        assertThat(DateText.shortDay(date, CANADA_FRENCH)).isEqualTo(shortFrench);
        assertThat(DateText.shortDay(date, CANADA)).isEqualTo(shortEnglish);
    }

    @Test
    void aDateInATableHasYearMonthAndDay() {
        assertThat(DateText.format(LocalDate.of(2027, Month.MARCH, 7))).isEqualTo("2027-03-07");
    }
}
