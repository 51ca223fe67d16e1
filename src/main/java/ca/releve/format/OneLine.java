package ca.releve.format;

/**
 * Text of one line, such as a name or a subject, without control and bidirectional characters. A line break could begin another
 * header or log line; a bidirectional character could reverse the text that follows it.
 */
public final class OneLine {

    private static final String MISLEADING = "\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

    /** The regular expression of valid text. */
    public static final String PATTERN = "[^" + MISLEADING + "]*";

    private OneLine() {}

    /** The text with each run of invalid characters replaced by a space. */
    public static String of(String text) {
        return text.replaceAll("[" + MISLEADING + "]+", " ").strip();
    }
}
