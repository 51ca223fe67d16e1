package ca.releve.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a person typed into a field. */
public final class TypedText {

    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    /** A letter, a digit, a mark or a symbol, but for those that are there to look like a blank or not at all. */
    private static final Pattern SEEN =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFFFC\\x{1D159}]]");

    private TypedText() {}

    /** Whether somebody who reads the text sees anything; of null she does not. */
    public static boolean isSeen(String text) {
        return text != null && SEEN.matcher(text).find();
    }

    /** The text as it was typed; empty where nobody would see anything, so that it is as good as no answer. */
    static String seen(String text) {
        return isSeen(text) ? text : "";
    }

    /**
     * The text as a strict parser looks at it: in lower case, with every run of spaces (also no-break and thin ones) as one
     * plain space and none at the ends; empty for null and for more than 60 characters, which no date, time or number needs.
     */
    static String tidy(String text) {
        if (text == null || text.length() > LONGEST) {
            return "";
        }
        return SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
