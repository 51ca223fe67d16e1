package ca.releve.signin.password;

import ca.releve.format.EmailAddress;
import ca.releve.web.settings.SecurityNumbers;
import ca.releve.web.settings.ServiceProperties;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * The rules for a new password (AUTH-11, AUTH-12; NIST SP 800-63B-4): it is long and hard to guess. There is no rule on digits
 * or capitals, and no expiry.
 */
@Component
public class PasswordRules {

    /** Characters of a text that are normalised; sorting very many combining accents would take minutes. */
    private static final int LONGEST_NORMALISED = 8 * SecurityNumbers.PASSWORD_LONGEST;

    private static final int SHORTEST_TELLING_PART = 5;
    private static final int SHORTEST_NAME_OF_A_CENTRE = 10;
    private static final Pattern KIND_OF_CENTRE =
            Pattern.compile("^(cpe|garderie|centredelapetiteenfance|bureaucoordonnateur)");

    private final PasswordStrength strength;
    private final BreachedPasswords breaches;
    private final String serviceName;

    PasswordRules(PasswordStrength strength, BreachedPasswords breaches, ServiceProperties service) {
        this.strength = strength;
        this.breaches = breaches;
        this.serviceName = bare(service.name());
    }

    /** Rejects the field {@code password} with the first reason that applies. */
    public void check(String password, PasswordOwner owner, Errors errors) {
        problem(password, owner).ifPresent(key -> errors.rejectValue("password", key));
    }

    /** @return the message key of the first reason; empty for an accepted password */
    Optional<String> problem(String typed, PasswordOwner owner) {
        String password = normalise(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SecurityNumbers.PASSWORD_SHORTEST) {
            return Optional.of("account.password.too-short");
        }
        if (length > SecurityNumbers.PASSWORD_LONGEST) {
            return Optional.of("account.password.too-long");
        }
        if (tells(password, owner)) {
            return Optional.of("account.password.telling");
        }
        if (strength.isWeak(bare(password))) {
            return Optional.of("account.password.common");
        }
        return breaches.contains(password) ? Optional.of("account.password.breached") : Optional.empty();
    }

    /** Whether the password contains the name, email address or client of its owner, or the name of the service. */
    public boolean tells(String typed, PasswordOwner owner) {
        String bare = bare(typed);
        return Stream.of(
                        Stream.of(
                                serviceName,
                                owner.firstName() + owner.lastName(),
                                owner.lastName() + owner.firstName()),
                        partsOf(owner.email()),
                        partsOfClient(owner.clientName()))
                .flatMap(Function.identity())
                .map(PasswordRules::bare)
                .filter(part -> part.length() >= SHORTEST_TELLING_PART)
                .anyMatch(bare::contains);
    }

    private static Stream<String> partsOf(String email) {
        return EmailAddress.parse(email)
                .map(it -> Stream.of(
                        it.canonical(),
                        it.canonical().substring(0, it.canonical().lastIndexOf('@'))))
                .orElse(Stream.empty());
    }

    /** « CPE Les Petits Érables » and « Les Petits Érables »; but only « CPE Soleil », since « Soleil » is too common a word. */
    private static Stream<String> partsOfClient(String name) {
        String whole = bare(name);
        String own = KIND_OF_CENTRE.matcher(whole).replaceFirst("");
        return own.length() < SHORTEST_NAME_OF_A_CENTRE ? Stream.of(whole) : Stream.of(whole, own);
    }

    /**
     * The form in which a password is measured, checked and hashed: NFC (AUTH-13), since « é » is one character on one keyboard
     * and two on another. NFC changes nothing else: capitals and blanks count. A longer text is no password in any form.
     */
    static String normalise(CharSequence typed) {
        return typed.length() > LONGEST_NORMALISED
                ? typed.toString()
                : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** The text without accents, capitals and blanks, which do not make a word harder to guess. */
    static String bare(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_NORMALISED));
        return Normalizer.normalize(beginning, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
