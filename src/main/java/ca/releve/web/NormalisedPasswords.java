package ca.releve.web;

import java.text.Normalizer;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * One spelling of a password before it is hashed (AUTH-13): « é » is one character on one keyboard and two on another, and
 * must open the same door. NFC changes nothing else: capitals, blanks and their number count.
 */
public final class NormalisedPasswords implements PasswordEncoder {

    /** Joined, more than these are still too many for a password; and to sort a mountain of accents takes minutes. */
    private static final int MOST_JOINED = 8 * SecurityNumbers.PASSWORD_LONGEST;

    private final PasswordEncoder encoder;

    NormalisedPasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** The password as it is measured, checked and hashed. */
    public static String normalise(CharSequence typed) {
        return typed.length() > MOST_JOINED ? typed.toString() : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    @Override
    public String encode(CharSequence typed) {
        return encoder.encode(normalise(typed));
    }

    @Override
    public boolean matches(CharSequence typed, String hash) {
        return encoder.matches(normalise(typed), hash);
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
