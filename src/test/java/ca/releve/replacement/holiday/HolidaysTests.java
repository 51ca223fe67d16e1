package ca.releve.replacement.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class HolidaysTests {

    private final Holidays holidays = new Holidays(bundles());

    @Test
    void theHolidaysOfQuebecAreNamedInTheReadersLanguage() {
        assertThat(holidays.between(
                        day("2027-06-21"), day("2027-06-30"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA_FRENCH))
                .containsOnlyKeys(day("2027-06-24"))
                .containsValue("Fête nationale");
        assertThat(holidays.between(day("2027-12-20"), day("2027-12-31"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA))
                .containsOnlyKeys(day("2027-12-25"))
                .containsValue("Christmas Day");
    }

    @Test
    void aYearHasTheStatutoryHolidays() {
        assertThat(holidays.between(
                                day("2027-01-01"), day("2027-12-31"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA_FRENCH)
                        .toString())
                .isEqualTo("{2027-01-01=Jour de l’An, 2027-03-26=Vendredi saint, "
                        + "2027-05-24=Journée nationale des patriotes, 2027-06-24=Fête nationale, "
                        + "2027-07-01=Fête du Canada, 2027-09-06=Fête du Travail, 2027-10-11=Action de grâces, "
                        + "2027-12-25=Jour de Noël}");
    }

    @Test
    void theMondayIsTheHolidayWhenTheNationalHolidayIsASunday() {
        assertThat(holidays.between(
                        day("2029-06-25"), day("2029-06-29"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA_FRENCH))
                .containsOnlyKeys(day("2029-06-25"));
        assertThat(holidays.between(
                        day("2029-06-18"), day("2029-06-24"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA_FRENCH))
                .containsOnlyKeys(day("2029-06-24"));
        assertThat(holidays.between(
                        day("2027-06-25"), day("2027-06-25"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA_FRENCH))
                .isEmpty();
    }

    @Test
    void theDayAroundEasterIsTheOneThatTheServiceChose() {
        assertThat(holidays.between(
                        day("2027-03-22"), day("2027-03-31"), EasterHoliday.GOOD_FRIDAY, Locale.CANADA_FRENCH))
                .containsOnlyKeys(day("2027-03-26"))
                .containsValue("Vendredi saint");
        assertThat(holidays.between(
                        day("2027-03-22"), day("2027-03-31"), EasterHoliday.EASTER_MONDAY, Locale.CANADA_FRENCH))
                .containsOnlyKeys(day("2027-03-29"))
                .containsValue("Lundi de Pâques");
        assertThat(holidays.touchesEaster(day("2027-03-29"), day("2027-03-29"))).isTrue();
        assertThat(holidays.touchesEaster(day("2027-03-27"), day("2027-03-28"))).isFalse();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages/replacement");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }
}
