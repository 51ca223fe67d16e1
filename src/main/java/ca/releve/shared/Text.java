package ca.releve.shared;

import java.util.regex.Pattern;

/** What counts as text, whoever writes it and wherever it is kept. */
public final class Text {

    /** A letter, a digit, a mark or a symbol, but for those that are there to look like a blank or not at all. */
    private static final Pattern SEEN =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFFFC\\x{1D159}]]");

    private Text() {}

    /** Whether somebody who reads the text sees anything; of null she does not. */
    public static boolean isSeen(String text) {
        return text != null && SEEN.matcher(text).find();
    }
}
