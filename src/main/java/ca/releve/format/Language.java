package ca.releve.format;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;

/**
 * The two languages of the portal with the names of days and months. They are listed here because those of the Java runtime
 * differ from version to version.
 */
enum Language {
    /** French of Québec, with the abbreviations of the Office québécois de la langue française. */
    FRENCH(
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
            List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
            List.of(
                    "janvier",
                    "février",
                    "mars",
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre"),
            List.of(
                    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
                    "déc.")),
    /** English of Canada. */
    ENGLISH(
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"),
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"));

    /** Put between a number and its unit. */
    static final String NO_BREAK_SPACE = "\u00A0";

    private final List<String> days;
    private final List<String> shortDays;
    private final List<String> months;
    private final List<String> shortMonths;

    Language(List<String> days, List<String> shortDays, List<String> months, List<String> shortMonths) {
        this.days = days;
        this.shortDays = shortDays;
        this.months = months;
        this.shortMonths = shortMonths;
    }

    /** English for any English locale; French for all others. */
    static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    String name(DayOfWeek day) {
        return days.get(day.ordinal());
    }

    String shortName(DayOfWeek day) {
        return shortDays.get(day.ordinal());
    }

    String name(Month month) {
        return months.get(month.ordinal());
    }

    String shortName(Month month) {
        return shortMonths.get(month.ordinal());
    }
}
