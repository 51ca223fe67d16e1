package ca.releve.replacement.schedule;

import java.security.SecureRandom;

/**
 * The reference of a request that is used on the phone, such as {@code K7Q-4MXB}. It is random, so that nobody can count or
 * guess the requests of others; it has no vowels, so that it is never a word, and no characters that look or sound alike.
 */
final class RequestCode {

    private static final String ALPHABET = "BCDFGHJKMPQRTVWXZ2346789";
    private static final int BEFORE_DASH = 3;
    private static final int AFTER_DASH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestCode() {}

    static String random() {
        return characters(BEFORE_DASH) + "-" + characters(AFTER_DASH);
    }

    private static String characters(int count) {
        StringBuilder characters = new StringBuilder();
        RANDOM.ints(count, 0, ALPHABET.length()).forEach(i -> characters.append(ALPHABET.charAt(i)));
        return characters.toString();
    }
}
