package ca.releve.format;

import ca.releve.shared.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes text that a user typed. */
public final class TypedText {

    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private TypedText() {}

    /**
     * The value of a submitted field. CR LF, which browsers send as the line break, becomes LF; a text without visible characters
     * becomes empty.
     */
    public static String submitted(String text) {
        return Text.isSeen(text) ? text.replace("\r\n", "\n") : "";
    }

    /**
     * The text for a parser: in lower case, with each run of spaces (also no-break and thin ones) replaced by one space, and
     * without spaces at the ends. Empty for null and for more than 60 characters, since dates, times and numbers are shorter.
     */
    static String tidy(String text) {
        if (text == null || text.length() > LONGEST) {
            return "";
        }
        return SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
