package ca.releve.shared;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a typed text as they are searched: without case, accents, ligatures and punctuation. The SQL function
 * {@code words} has the same rule for what is stored.
 */
public final class SearchText {

    private static final Pattern MARKS =
            Pattern.compile("[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{IsAlphabetic}\\p{Nd}]+");
    private static final String LETTERS = "øłđðħŧıςʼ";
    private static final String PLAIN_LETTERS = "olddhtiσ'";

    /** Longer texts and words are cut. */
    private static final int LONGEST_TEXT = 100;

    private static final Pattern LONG_WORD = Pattern.compile("(\\S{60})\\S+");

    /** Digits as a phone number is written, and nothing else. */
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 \\u00A0\\u202F().+/\\-\\u2010-\\u2015]*");

    private static final int DIGITS_WITHOUT_AREA = 7;
    private static final int DIGITS_WITH_COUNTRY = 11;

    private SearchText() {}

    /** The words of a text in one line, separated by one space; empty if there is no letter or digit. */
    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < LETTERS.length(); i++) {
            plain = plain.replace(LETTERS.charAt(i), PLAIN_LETTERS.charAt(i));
        }
        String folded =
                plain.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("þ", "th");
        return SEPARATORS.matcher(folded).replaceAll(" ").strip();
    }

    /** The different words to search for; a phone number, however it is written, is one word of digits. Empty for null. */
    public static List<String> wordsOrPhone(String typed) {
        String text = typed == null ? "" : typed.strip();
        String digits = text.replaceAll("\\D", "");
        if (digits.length() >= DIGITS_WITHOUT_AREA && PHONE.matcher(text).matches()) {
            boolean country = digits.length() == DIGITS_WITH_COUNTRY && digits.startsWith("1");
            return List.of(country ? digits.substring(1) : digits);
        }
        return words(text);
    }

    /** The different words to search for; empty for null. */
    public static List<String> words(String typed) {
        String text = typed == null ? "" : typed.strip();
        String words = of(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
        return words.isEmpty()
                ? List.of()
                : List.of(LONG_WORD.matcher(words).replaceAll("$1").split(" ")).stream()
                        .distinct()
                        .toList();
    }
}
