package ca.releve.format;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parses and formats dates: « 2027-03-14 », « 14 mars 2027 », « Sunday, March 14, 2027 ». */
public final class DateText {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** At most one accent after a letter; a digit with a combining mark is not accepted. */
    private static final Pattern ACCENT = Pattern.compile("(?<=[a-z])[\u0300-\u036F]");

    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private static final Pattern COMPACT = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})(?<separator>[-/])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<one>\\d{1,2})(?<separator>[-/])(?<other>\\d{1,2})\\k<separator>(?<year>\\d{4})");

    private static final String WEEKDAY = "(?:(?<weekday>[a-z]+)\\.?,? )?";
    private static final Pattern DAY_BEFORE_MONTH = Pattern.compile(
            "(?:le )?" + WEEKDAY + "(?:le )?(?<day>1er|\\d{1,2}) (?<month>[a-z]+)\\.?,? (?<year>\\d{4})");
    private static final Pattern MONTH_BEFORE_DAY =
            Pattern.compile(WEEKDAY + "(?<month>[a-z]+)\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})");

    private DateText() {}

    /**
     * Parses a date with the month as a number or as a word of either language; accents and case are ignored.
     *
     * @return a date from 2000 to 2100; empty for null, for a day that does not exist, for a wrong weekday, and for an
     *     ambiguous date such as {@code 3/4/2027}
     */
    public static Optional<LocalDate> parse(String text) {
        String tidy = withoutAccents(TypedText.tidy(text));
        for (Pattern pattern : List.of(COMPACT, YEAR_FIRST)) {
            Matcher typed = pattern.matcher(tidy);
            if (typed.matches()) {
                return date(number(typed, "year"), number(typed, "month"), number(typed, "day"));
            }
        }
        Matcher typed = YEAR_LAST.matcher(tidy);
        if (typed.matches()) {
            return onlyReading(number(typed, "year"), number(typed, "one"), number(typed, "other"));
        }
        for (Pattern pattern : List.of(DAY_BEFORE_MONTH, MONTH_BEFORE_DAY)) {
            typed = pattern.matcher(tidy);
            if (typed.matches()) {
                return inWords(typed);
            }
        }
        return Optional.empty();
    }

    private static String withoutAccents(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static int number(Matcher typed, String group) {
        return Integer.parseInt(typed.group(group));
    }

    private static Optional<LocalDate> onlyReading(int year, int one, int other) {
        List<LocalDate> readings = Stream.of(date(year, one, other), date(year, other, one))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
    }

    private static Optional<LocalDate> inWords(Matcher typed) {
        String weekday = typed.group("weekday");
        Month month = MONTHS.get(typed.group("month"));
        if (month == null || weekday != null && !WEEKDAYS.containsKey(weekday)) {
            return Optional.empty();
        }
        int day = Integer.parseInt(typed.group("day").replace("er", ""));
        return date(number(typed, "year"), month.getValue(), day)
                .filter(date -> weekday == null || date.getDayOfWeek() == WEEKDAYS.get(weekday));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean exists = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** The date for tables and fields, {@code 2027-03-07} in both languages. */
    public static String format(LocalDate date) {
        return date.toString();
    }

    /** The date for sentences: {@code le dimanche 7 mars 2027}, {@code Sunday, March 7, 2027}. */
    public static String words(LocalDate date, Locale locale) {
        String day = day(date, locale);
        return Language.of(locale) == Language.ENGLISH ? day : "le " + day;
    }

    /** The date without an article, for titles and lists: {@code dimanche 7 mars 2027}, {@code Sunday, March 7, 2027}. */
    public static String day(LocalDate date, Locale locale) {
        Language language = Language.of(locale);
        String weekday = language.name(date.getDayOfWeek());
        String month = language.name(date.getMonth());
        return language == Language.ENGLISH
                ? weekday + ", " + month + " " + date.getDayOfMonth() + ", " + date.getYear()
                : weekday + " " + frenchDay(date) + " " + month + " " + date.getYear();
    }

    /** The day without the year, for narrow columns: {@code dim. 7 mars}, {@code Sun, Mar 7}. */
    public static String shortDay(LocalDate date, Locale locale) {
        Language language = Language.of(locale);
        String weekday = language.shortName(date.getDayOfWeek());
        String month = language.shortName(date.getMonth());
        return language == Language.ENGLISH
                ? weekday + ", " + month + " " + date.getDayOfMonth()
                : weekday + " " + frenchDay(date) + " " + month;
    }

    private static String frenchDay(LocalDate date) {
        return date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>(Map.of("fev", Month.FEBRUARY, "juil", Month.JULY));
        for (Language language : Language.values()) {
            for (Month month : Month.values()) {
                months.put(spelling(language.name(month)), month);
                months.put(spelling(language.shortName(month)), month);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>(
                Map.of("tues", DayOfWeek.TUESDAY, "thur", DayOfWeek.THURSDAY, "thurs", DayOfWeek.THURSDAY));
        for (Language language : Language.values()) {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                weekdays.put(spelling(language.name(weekday)), weekday);
                weekdays.put(spelling(language.shortName(weekday)), weekday);
            }
        }
        return Map.copyOf(weekdays);
    }

    private static String spelling(String name) {
        return withoutAccents(name.toLowerCase(Locale.ROOT)).replace(".", "");
    }
}
