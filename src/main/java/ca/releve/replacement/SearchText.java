package ca.releve.replacement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are searched: without accents, capitals or marks, so that « Érables » is found by « erables ». */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    /** These words in one line, parted by single spaces; empty if there is no letter or digit in them. */
    public static String of(String... words) {
        String text = Normalizer.normalize(String.join(" ", words), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        return SEPARATORS
                .matcher(MARKS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
