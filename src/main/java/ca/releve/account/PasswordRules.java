package ca.releve.account;

import ca.releve.client.EmailAddress;
import ca.releve.web.NormalisedPasswords;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.ServiceProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
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

    private static final int SHORTEST_TELLING_PART = 5;
    private static final int LONGEST_REPEATED = 8;

    private final Set<String> common;
    private final String serviceName;

    PasswordRules(ServiceProperties service) {
        this.common = common();
        this.serviceName = bare(service.name());
    }

    /** Rejects the field {@code password}, with the reason that helps most. */
    public void check(String password, String email, Errors errors) {
        problem(password, email).ifPresent(key -> errors.rejectValue("password", key));
    }

    /** @return the message key of what is wrong; empty for a good password */
    Optional<String> problem(String typed, String email) {
        String password = NormalisedPasswords.normalise(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("account.password.too-short");
        }
        if (length > LONGEST) {
            return Optional.of("account.password.too-long");
        }
        String bare = bare(password);
        if (common.contains(bare) || isOneThingAgainAndAgain(bare)) {
            return Optional.of("account.password.common");
        }
        boolean telling = Stream.concat(Stream.of(serviceName), partsOf(email))
                .filter(part -> part.length() >= SHORTEST_TELLING_PART)
                .anyMatch(bare::contains);
        return telling ? Optional.of("account.password.telling") : Optional.empty();
    }

    private static Stream<String> partsOf(String email) {
        return EmailAddress.parse(email)
                .map(it -> Stream.of(
                        it.canonical(),
                        it.canonical().substring(0, it.canonical().lastIndexOf('@'))))
                .orElse(Stream.empty())
                .map(PasswordRules::bare);
    }

    /** « aaaaaaaaaaaaaaaa », « abcabcabcabcabc », « releve releve releve »: at most eight characters, over and over. */
    private static boolean isOneThingAgainAndAgain(String bare) {
        int period = 1;
        while (period < bare.length() && !bare.startsWith(bare.substring(period))) {
            period++;
        }
        return period <= LONGEST_REPEATED;
    }

    /** Without accents, capitals and blanks, which make no word harder to guess. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try {
            String list = new ClassPathResource("common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(list.split("\\R"))
                    .filter(line -> !line.startsWith("#"))
                    .map(PasswordRules::bare)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
