package ca.releve.web;

import java.text.Normalizer;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * One spelling of a password before it is hashed (AUTH-13): « é » is one character on one keyboard and two on another, and
 * must open the same door. NFC changes nothing else: capitals, blanks and their number count.
 */
public final class NormalisedPasswords implements PasswordEncoder {

    private final PasswordEncoder encoder;

    NormalisedPasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** The password as it is measured, checked and hashed. */
    public static String normalise(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
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
