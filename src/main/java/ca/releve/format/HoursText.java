package ca.releve.format;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and formats hours, « 7,50 » or « 7 h 30 », from and to whole minutes. */
public final class HoursText {

    private static final int MOST_MINUTES = 999 * 60;
    private static final String MINUS = "\u2212";

    /** Signs include the en dash and the minus sign (U+2212), which word processors and this portal use. */
    private static final Pattern TYPED = Pattern.compile("(?<sign>[-+\u2212\u2013]?) ?(?<hours>\\d{1,3})(?:"
            + "(?:[.,](?<decimals>\\d{1,2}))?(?: ?h)?"
            + "|:(?<minutes>[0-5]\\d)"
            + "| ?h ?(?<spoken>[0-5]\\d)(?: ?min)?)");

    private HoursText() {}

    /**
     * Parses signed hours such as {@code -1,00}, {@code 7.5}, {@code 7 h 30} or {@code 7:30} in either language.
     *
     * @return whole minutes from -59,940 to 59,940 (999 hours), decimals rounded to the nearest minute; empty for null
     *     and for ambiguous text, such as {@code 1,234} or {@code 7:5}
     */
    public static OptionalInt parse(String text) {
        Matcher typed = TYPED.matcher(TypedText.tidy(text));
        if (!typed.matches()) {
            return OptionalInt.empty();
        }
        int minutes = Integer.parseInt(typed.group("hours")) * 60 + minutesPastTheHour(typed);
        if (minutes > MOST_MINUTES) {
            return OptionalInt.empty();
        }
        boolean positive = typed.group("sign").isEmpty() || typed.group("sign").equals("+");
        return OptionalInt.of(positive ? minutes : -minutes);
    }

    /**
     * How many hundredths of an hour typed decimals exceed those of the minutes that {@link #parse} returns: 1 for 0,99, which is
     * more than 59 minutes (0,98) and less than 60; 0 for whole minutes, and for anything that is not decimal hours.
     */
    static int excess(String text) {
        Matcher typed = TYPED.matcher(TypedText.tidy(text));
        if (!typed.matches() || typed.group("decimals") == null) {
            return 0;
        }
        return hundredths(typed) - hundredths(minutesPastTheHour(typed));
    }

    private static int minutesPastTheHour(Matcher typed) {
        if (typed.group("minutes") != null) {
            return Integer.parseInt(typed.group("minutes"));
        }
        if (typed.group("spoken") != null) {
            return Integer.parseInt(typed.group("spoken"));
        }
        if (typed.group("decimals") == null) {
            return 0;
        }
        // A hundredth of an hour is 3/5 of a minute; + 2 rounds to the nearest.
        return (hundredths(typed) * 3 + 2) / 5;
    }

    private static int hundredths(Matcher typed) {
        String decimals = typed.group("decimals");
        return Integer.parseInt(decimals.length() == 1 ? decimals + "0" : decimals);
    }

    /** Rounded to the nearest; different for each minute. */
    private static int hundredths(int minutes) {
        return (minutes * 5 + 1) / 3;
    }

    /**
     * Hours with two decimals for display: {@code −1 234,50} with a no-break space in French, {@code −1,234.50} in
     * English, both with a true minus sign (U+2212).
     *
     * @param minutes any number of whole minutes
     */
    public static String format(int minutes, Locale locale) {
        return (minutes < 0 ? MINUS : "") + decimals(minutes, "%,d", Language.of(locale));
    }

    /**
     * Like {@link #format}, with a plus sign before positive hours: {@code +1,00}, {@code −1,00}, {@code 0,00}.
     *
     * @param minutes any number of whole minutes
     */
    public static String signed(int minutes, Locale locale) {
        return (minutes > 0 ? "+" : "") + format(minutes, locale);
    }

    /**
     * Hours with two decimals for a text field, with an ASCII minus sign and without grouping: {@code -0,25}. {@link #parse}
     * returns the same minutes, up to 999 hours.
     *
     * @param minutes any number of whole minutes
     */
    public static String field(int minutes, Locale locale) {
        return (minutes < 0 ? "-" : "") + decimals(minutes, "%d", Language.of(locale));
    }

    /**
     * Hours and minutes with their units, separated by no-break spaces: {@code 7 h 30} or {@code 7 h} in French,
     * {@code 7 h 30 min} in English.
     *
     * @param minutes any number of whole minutes
     */
    public static String words(int minutes, Locale locale) {
        long size = Math.abs((long) minutes);
        String words = (minutes < 0 ? MINUS : "") + size / 60 + " h";
        if (size % 60 != 0) {
            words += String.format(Locale.ROOT, " %02d", size % 60)
                    + (Language.of(locale) == Language.ENGLISH ? " min" : "");
        }
        return words.replace(" ", Language.NO_BREAK_SPACE);
    }

    /** Rounds to the nearest hundredth of an hour, which is different for each minute and is parsed to the same minute. */
    private static String decimals(int minutes, String hoursPattern, Language language) {
        long hundredths = (Math.abs((long) minutes) * 5 + 1) / 3;
        String hours = String.format(Locale.ROOT, hoursPattern, hundredths / 100);
        String fraction = String.format(Locale.ROOT, "%02d", hundredths % 100);
        return language == Language.ENGLISH
                ? hours + "." + fraction
                : hours.replace(",", Language.NO_BREAK_SPACE) + "," + fraction;
    }
}
