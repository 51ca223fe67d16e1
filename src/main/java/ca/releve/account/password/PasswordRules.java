package ca.releve.account.password;

import ca.releve.client.EmailAddress;
import ca.releve.web.NormalisedPasswords;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.ServiceProperties;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * What a password must be (AUTH-11, AUTH-12; NIST SP 800-63B-4): long, and not the first thing that somebody would try. No
 * rule on digits or capitals, no expiry.
 */
@Component
public class PasswordRules {

    /** Least length, in code points: one emoji counts once. */
    static final int SHORTEST = SecurityNumbers.PASSWORD_SHORTEST;

    /** Greatest length, in code points. */
    static final int LONGEST = SecurityNumbers.PASSWORD_LONGEST;

    /** A longer text is no name that fits into a password; and to sort a mountain of accents takes minutes. */
    private static final int LONGEST_BARED = 8 * LONGEST;

    private static final int SHORTEST_TELLING_PART = 5;
    private static final int SHORTEST_NAME_OF_A_CENTRE = 10;
    private static final Pattern KIND_OF_CENTRE =
            Pattern.compile("^(cpe|garderie|centredelapetiteenfance|bureaucoordonnateur)");

    private final Guesses guesses;
    private final BreachedPasswords breaches;
    private final String serviceName;

    PasswordRules(Guesses guesses, BreachedPasswords breaches, ServiceProperties service) {
        this.guesses = guesses;
        this.breaches = breaches;
        this.serviceName = bare(service.name());
    }

    /** Rejects the field {@code password}, with the reason that helps most. */
    public void check(String password, PasswordOwner owner, Errors errors) {
        problem(password, owner).ifPresent(key -> errors.rejectValue("password", key));
    }

    /** @return the message key of what is wrong; empty for a good password */
    Optional<String> problem(String typed, PasswordOwner owner) {
        String password = NormalisedPasswords.normalise(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("account.password.too-short");
        }
        if (length > LONGEST) {
            return Optional.of("account.password.too-long");
        }
        if (tells(password, owner)) {
            return Optional.of("account.password.telling");
        }
        if (guesses.areFew(bare(password))) {
            return Optional.of("account.password.common");
        }
        return breaches.contains(password) ? Optional.of("account.password.breached") : Optional.empty();
    }

    /** Whether it holds her name, her address, her client or the service: what somebody who knows her tries first. */
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

    /** « CPE Les Petits Érables » and « Les Petits Érables »; what is left of « CPE Soleil » is a word of every phrase. */
    private static Stream<String> partsOfClient(String name) {
        String whole = bare(name);
        String own = KIND_OF_CENTRE.matcher(whole).replaceFirst("");
        return own.length() < SHORTEST_NAME_OF_A_CENTRE ? Stream.of(whole) : Stream.of(whole, own);
    }

    /** Without accents, capitals and blanks, which make no word harder to guess. */
    static String bare(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_BARED));
        return Normalizer.normalize(beginning, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
