package ca.releve.replacement;

import ca.releve.format.TimeText;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/**
 * A typed « pause non rémunérée »: a number without a unit is minutes, several breaks are added up.
 *
 * @param minutes 0 to 1439
 * @param text what was typed where it says more than the sum: {@code 15+15}, {@code 10:00-10:30, 14:30-15:00}; else empty
 */
public record UnpaidBreak(int minutes, String text) {

    public static final UnpaidBreak NONE = new UnpaidBreak(0);

    /** {@code 30}, {@code 30 min}, {@code 0:30}, {@code 1 h}, {@code 1 h 15}; before it {@code 2 ×} for two such breaks. */
    private static final Pattern LENGTH = Pattern.compile("(?:(?<times>[1-9]) ?[x×*] ?)?"
            + "(?:(?<alone>\\d{1,4})(?: ?(?:min|minutes?))?"
            + "|(?<hours>\\d{1,2})(?::(?<minutes>[0-5]\\d)| ?h(?: ?(?<spoken>[0-5]\\d)(?: ?min)?)?))");

    /** {@code 10:00-10:30}, {@code 10 h à 10 h 30}. */
    private static final Pattern RANGE = Pattern.compile("(?<start>[^-–à]+?) ?[-–à] ?(?<end>[^-–à]+)");

    private static final int DAY = 24 * 60;
    private static final int LONGEST_TEXT = 60;

    public UnpaidBreak {
        if (minutes < 0 || minutes >= DAY) {
            throw new IllegalArgumentException("Not a break: " + minutes);
        }
    }

    public UnpaidBreak(int minutes) {
        this(minutes, "");
    }

    static UnpaidBreak parse(String text) throws ParseException {
        String typed = text.replaceAll("[\\s\\p{Zs}]+", " ").strip();
        String tidy = typed.toLowerCase(Locale.ROOT);
        boolean ranges = RANGE.matcher(tidy).find();
        List<String> parts = Arrays.asList(tidy.split(ranges ? " ?(?:[,;+]| et | and ) ?" : " ?\\+ ?", -1));
        int minutes = parts.stream()
                .mapToInt(ranges ? UnpaidBreak::range : UnpaidBreak::length)
                .sum();
        boolean overlapping = ranges && minutes < DAY && overlaps(parts);
        if (typed.length() > LONGEST_TEXT || minutes >= DAY || overlapping) {
            throw new ParseException(text, 0);
        }
        return new UnpaidBreak(minutes, ranges || parts.size() > 1 || tidy.matches("\\d ?[x×*].*") ? typed : "");
    }

    /** @return a whole day if it is no length */
    private static int length(String part) {
        Matcher typed = LENGTH.matcher(part);
        if (!typed.matches()) {
            return DAY;
        }
        int one = typed.group("alone") != null
                ? number(typed.group("alone"))
                : number(typed.group("hours")) * 60 + number(typed.group("minutes")) + number(typed.group("spoken"));
        return typed.group("times") == null ? one : one * number(typed.group("times"));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** @return a whole day if it is not from one time to another */
    private static int range(String part) {
        Matcher typed = RANGE.matcher(part);
        if (!typed.matches()) {
            return DAY;
        }
        return TimeText.parse(typed.group("start"))
                .flatMap(start -> TimeText.parse(typed.group("end")).map(end -> minutesFrom(start, end)))
                .filter(length -> length > 0)
                .orElse(DAY);
    }

    private static boolean overlaps(List<String> parts) {
        return parts.stream().anyMatch(one -> parts.stream()
                .anyMatch(other -> one != other && minutesFrom(start(one), start(other)) < range(one)));
    }

    private static LocalTime start(String part) {
        Matcher typed = RANGE.matcher(part);
        return typed.matches() ? TimeText.parse(typed.group("start")).orElseThrow() : null;
    }

    /** From one time of the clock to the next occurrence of another. */
    private static int minutesFrom(LocalTime start, LocalTime end) {
        return Math.floorMod((int) Duration.between(start, end).toMinutes(), DAY);
    }

    /** Whether all breaks whose times were typed lie in a shift of these times; true where no times were typed. */
    public boolean isWithin(LocalTime start, LocalTime end) {
        if (!RANGE.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return true;
        }
        int length = start.equals(end) ? DAY : minutesFrom(start, end);
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(" ?(?:[,;+]| et | and ) ?"))
                .allMatch(part -> minutesFrom(start, start(part)) + range(part) <= length);
    }

    /** As it was typed, or else the minutes. */
    public String typed() {
        return text.isEmpty() ? String.valueOf(minutes) : text;
    }

    /** Binds the field of a form. */
    @Component
    static final class Format implements Formatter<UnpaidBreak> {

        @Override
        public UnpaidBreak parse(String text, Locale locale) throws ParseException {
            return UnpaidBreak.parse(text);
        }

        @Override
        public String print(UnpaidBreak unpaid, Locale locale) {
            return unpaid.typed();
        }
    }
}
