package ca.releve.web;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours worked or adjusted as people write them, « 7,50 » or « 7 h 30 », to and from whole minutes. */
public final class HoursText {

    private static final int MOST_MINUTES = 999 * 60;
    private static final String MINUS = "\u2212";

    /** The signs on keyboards, and the two that word processors and this portal put in their place. */
    private static final Pattern TYPED = Pattern.compile("(?<sign>[-+\u2212\u2013]?) ?(?<hours>\\d{1,3})(?:"
            + "(?:[.,](?<decimals>\\d{1,2}))?(?: ?h)?"
            + "|:(?<minutes>[0-5]\\d)"
            + "| ?h ?(?<spoken>[0-5]\\d)(?: ?min)?)");

    private HoursText() {}

    /**
     * Reads signed hours such as {@code -1,00}, {@code 7.5}, {@code 7 h 30} or {@code 7:30} in either language.
     *
     * @return whole minutes from -59,940 to 59,940 (999 hours), decimals rounded to the nearest minute; empty for null
     *     and for anything that could be understood in two ways, such as {@code 1,234} or {@code 7:5}
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
        String decimals = typed.group("decimals");
        int hundredths = Integer.parseInt(decimals.length() == 1 ? decimals + "0" : decimals);
        return (hundredths * 3 + 2) / 5;
    }

    /**
     * Hours with two decimals for reading: {@code −1 234,50} with a no-break space in French, {@code −1,234.50} in
     * English, both with a true minus sign (U+2212).
     *
     * @param minutes any number of whole minutes
     */
    public static String format(int minutes, Locale locale) {
        return (minutes < 0 ? MINUS : "") + decimals(minutes, "%,d", Language.of(locale));
    }

    /**
     * Like {@link #format}, with a plus sign before what is added: {@code +1,00}, {@code −1,00}, {@code 0,00}.
     *
     * @param minutes any number of whole minutes
     */
    public static String signed(int minutes, Locale locale) {
        return (minutes > 0 ? "+" : "") + format(minutes, locale);
    }

    /**
     * Hours with two decimals for a text field, as a keyboard writes them: {@code -0,25}, never grouped. {@link #parse}
     * gives the same minutes back, up to 999 hours.
     *
     * @param minutes any number of whole minutes
     */
    public static String field(int minutes, Locale locale) {
        return (minutes < 0 ? "-" : "") + decimals(minutes, "%d", Language.of(locale));
    }

    /**
     * Hours and minutes with their units, held together by no-break spaces: {@code 7 h 30} or {@code 7 h} in French,
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

    /** The nearest hundredth of an hour: no two minutes share one, and {@link #parse} finds the minute again. */
    private static String decimals(int minutes, String hoursPattern, Language language) {
        long hundredths = (Math.abs((long) minutes) * 5 + 1) / 3;
        String hours = String.format(Locale.ROOT, hoursPattern, hundredths / 100);
        String fraction = String.format(Locale.ROOT, "%02d", hundredths % 100);
        return language == Language.ENGLISH
                ? hours + "." + fraction
                : hours.replace(",", Language.NO_BREAK_SPACE) + "," + fraction;
    }
}
