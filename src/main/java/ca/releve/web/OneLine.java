package ca.releve.web;

/**
 * A name or a subject: it stands on one line and reads in the order in which it was typed. Controls and ends of lines would
 * begin another header or line, and signs of direction would have what comes after them read backwards.
 */
public final class OneLine {

    private static final String MISLEADING = "\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

    /** What a form takes. */
    public static final String PATTERN = "[^" + MISLEADING + "]*";

    private OneLine() {}

    /** The text with a blank for whatever it may not hold. */
    public static String of(String text) {
        return text.replaceAll("[" + MISLEADING + "]+", " ").strip();
    }
}
