package ca.releve.replacement.schedule;

import java.text.ParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/**
 * The pause non rémunérée as somebody typed it: a bare number counts minutes.
 *
 * @param minutes 0 to 1439
 */
record UnpaidBreak(int minutes) {

    /** {@code 30}, {@code 30 min}, {@code 0:30}, {@code 1 h}, {@code 1 h 15}; nothing else, so that no pause is guessed. */
    private static final Pattern TYPED = Pattern.compile("(?<alone>\\d{1,4})(?: ?(?:min|minutes?))?"
            + "|(?<hours>\\d{1,2})(?::(?<minutes>[0-5]\\d)| ?h(?: ?(?<spoken>[0-5]\\d)(?: ?min)?)?)");

    private static final int DAY = 24 * 60;

    UnpaidBreak {
        if (minutes < 0 || minutes >= DAY) {
            throw new IllegalArgumentException("Not a break: " + minutes);
        }
    }

    static UnpaidBreak parse(String text) throws ParseException {
        Matcher typed =
                TYPED.matcher(text.replaceAll("[\\s\\p{Zs}]+", " ").strip().toLowerCase(Locale.ROOT));
        int minutes = typed.matches() ? minutes(typed) : DAY;
        if (minutes >= DAY) {
            throw new ParseException(text, 0);
        }
        return new UnpaidBreak(minutes);
    }

    private static int minutes(Matcher typed) {
        return typed.group("alone") != null
                ? number(typed.group("alone"))
                : number(typed.group("hours")) * 60 + number(typed.group("minutes")) + number(typed.group("spoken"));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Binds the field of a form. */
    static final class Format implements Formatter<UnpaidBreak> {

        @Override
        public UnpaidBreak parse(String text, Locale locale) throws ParseException {
            return UnpaidBreak.parse(text);
        }

        @Override
        public String print(UnpaidBreak unpaid, Locale locale) {
            return String.valueOf(unpaid.minutes());
        }
    }
}
