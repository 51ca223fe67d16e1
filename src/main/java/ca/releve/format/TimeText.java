package ca.releve.format;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and formats times of day: « 8 h 30 », « 0830 », « 8:30 am ». */
public final class TimeText {

    private static final Map<String, LocalTime> NAMED = Map.of(
            "midi", LocalTime.NOON,
            "noon", LocalTime.NOON,
            "minuit", LocalTime.MIDNIGHT,
            "midnight", LocalTime.MIDNIGHT);

    private static final Pattern DAY_OF_24_HOURS =
            Pattern.compile("(?<hours>\\d{1,2})(?:[:.]?(?<minutes>[0-5]\\d)| ?h(?: ?(?<spoken>[0-5]\\d)(?: ?min)?)?)?");

    private static final Pattern TWICE_12_HOURS =
            Pattern.compile("(?<hours>\\d{1,2})(?:[:.]?(?<minutes>[0-5]\\d))? ?(?<half>[ap])\\.?m\\.?");

    private TimeText() {}

    /**
     * Parses a time of day such as {@code 8 h 30}, {@code 8:30}, {@code 0830}, {@code 20 h}, {@code 8}, {@code 8:30 pm}
     * or {@code midi}. Midnight is {@code 0:00}, {@code 24:00}, {@code 12 am} or {@code minuit}; the caller
     * decides whether that is the start or the end of a day.
     *
     * @return a time of whole minutes from 00:00 to 23:59; empty for null and for anything else, such as {@code 24:30}
     *     or {@code 8:5}
     */
    public static Optional<LocalTime> parse(String text) {
        String tidy = TypedText.tidy(text);
        if (NAMED.containsKey(tidy)) {
            return Optional.of(NAMED.get(tidy));
        }
        Matcher typed = DAY_OF_24_HOURS.matcher(tidy);
        if (typed.matches()) {
            return ofDay(number(typed.group("hours")), minutes(typed));
        }
        typed = TWICE_12_HOURS.matcher(tidy);
        if (typed.matches()) {
            return ofHalfDay(number(typed.group("hours")), number(typed.group("minutes")), typed.group("half"));
        }
        return Optional.empty();
    }

    private static int minutes(Matcher typed) {
        return number(typed.group("minutes") != null ? typed.group("minutes") : typed.group("spoken"));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<LocalTime> ofDay(int hours, int minutes) {
        if (hours > 24 || hours == 24 && minutes > 0) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(hours % 24, minutes));
    }

    private static Optional<LocalTime> ofHalfDay(int hours, int minutes, String half) {
        if (hours < 1 || hours > 12) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(hours % 12 + (half.equals("p") ? 12 : 0), minutes));
    }

    /** The time for tables and fields, {@code 08:30} in both languages; seconds are omitted. */
    public static String format(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /**
     * The time for sentences, with no-break spaces: {@code 8 h 30}, {@code 8 h} or {@code 17 h 05} in French (the Office
     * québécois de la langue française prefers the zero), {@code 8:30 am} in English (without periods, so that a sentence
     * does not end with two); seconds are omitted.
     */
    public static String words(LocalTime time, Locale locale) {
        String words = Language.of(locale) == Language.ENGLISH ? english(time) : french(time);
        return words.replace(" ", Language.NO_BREAK_SPACE);
    }

    private static String french(LocalTime time) {
        return time.getHour() + " h"
                + (time.getMinute() == 0 ? "" : String.format(Locale.ROOT, " %02d", time.getMinute()));
    }

    private static String english(LocalTime time) {
        int hours = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String half = time.getHour() < 12 ? "am" : "pm";
        return String.format(Locale.ROOT, "%d:%02d %s", hours, time.getMinute(), half);
    }
}
