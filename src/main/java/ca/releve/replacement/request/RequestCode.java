package ca.releve.replacement.request;

import java.security.SecureRandom;

/**
 * What people say on the phone to name a request, such as {@code K7Q-4MXB}. Random, so that nobody can count or guess the
 * requests of others; without vowels, so that it never is a word; without letters and digits that look or sound alike.
 */
final class RequestCode {

    private static final String ALPHABET = "BCDFGHJKMPQRTVWXZ2346789";
    private static final int BEFORE_DASH = 3;
    private static final int AFTER_DASH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestCode() {}

    static String random() {
        return letters(BEFORE_DASH) + "-" + letters(AFTER_DASH);
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        RANDOM.ints(count, 0, ALPHABET.length()).forEach(i -> letters.append(ALPHABET.charAt(i)));
        return letters.toString();
    }
}
