package ca.releve.web;

import ca.releve.shared.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person typed into a field. */
final class TypedText {

    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private TypedText() {}

    /** The text as it was typed; empty where nobody would see anything, so that it is as good as no answer. */
    static String seen(String text) {
        return Text.isSeen(text) ? text : "";
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
