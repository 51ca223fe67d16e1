package ca.releve.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An argument of a history sentence, stored without a language so that it is shown in the language of the reader.
 *
 * <p>Stored as text with a one-letter prefix: {@code t:} text as typed, {@code i:} instant, {@code d:} date, {@code h:} minutes
 * shown as hours, {@code m:} a message key, {@code b:} a name in French and in English, {@code f:} the id and the name of a
 * facility, which not every manager of its client sees.
 */
public final class Fact {

    /** Separates the French name from the English one; forms do not accept it. */
    static final char BETWEEN_NAMES = '\u001f';

    private static final String FACILITY = "f:";
    private static final int AFTER_ID = FACILITY.length() + 36;

    private Fact() {}

    public static String text(String text) {
        return "t:" + (text == null ? "" : text);
    }

    /** A name in both languages, as it is at the time of the entry. */
    public static String names(String french, String english) {
        return "b:" + french + BETWEEN_NAMES + english;
    }

    /** A facility with its name at the time of the entry. */
    public static String facility(UUID id, String name) {
        return FACILITY + id + name;
    }

    /** The fact itself, or « une autre installation » for a facility that the reader does not see. */
    static String readBy(Predicate<UUID> sees, String fact) {
        return !fact.startsWith(FACILITY) || sees.test(UUID.fromString(fact.substring(FACILITY.length(), AFTER_ID)))
                ? fact
                : message("history.elsewhere");
    }

    /** The name in a fact about a facility. */
    static String facilityName(String fact) {
        return fact.substring(AFTER_ID);
    }

    public static String instant(Instant instant) {
        return "i:" + instant;
    }

    public static String date(LocalDate date) {
        return "d:" + date;
    }

    /** @param minutes signed minutes, shown as decimal hours */
    public static String hours(int minutes) {
        return "h:" + minutes;
    }

    /** @param key a message key, for example {@code status.request.FILLED} */
    public static String message(String key) {
        return "m:" + key;
    }

    /** « Oui » or « Non » in the reader's language. */
    public static String yesNo(boolean yes) {
        return message(yes ? "common.yes" : "common.no");
    }
}
