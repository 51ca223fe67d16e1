package ca.releve.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a person typed into a field, tidied before a strict parser looks at it. */
final class TypedText {

    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private TypedText() {}

    /**
     * The text in lower case, with every run of spaces (also no-break and thin ones) as one plain space and none at the
     * ends; empty for null and for more than 60 characters, which no date, time or number needs.
     */
    static String tidy(String text) {
        if (text == null || text.length() > LONGEST) {
            return "";
        }
        return SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
