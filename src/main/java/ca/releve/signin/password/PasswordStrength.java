package ca.releve.signin.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Estimates how many guesses a password takes (AUTH-12): zxcvbn with common passwords, names, dates, keyboard patterns and words
 * of the trade, and a list of common long passwords.
 */
@Component
class PasswordStrength {

    /** Fewest guesses of an accepted password. */
    private static final double FEWEST = 1e10;

    /** Characters measured at the beginning and at the end of a longer password; a strong part is enough. */
    private static final int MEASURED = 40;

    /** Signs that stand for a letter. zxcvbn would try every reading of each, which takes seconds; here each has one. */
    private static final String SIGNS = "@$!|+({[<&%#/";

    private static final String READ_AS = "asiltccccgxhl";

    private final Set<String> common;
    private final Zxcvbn zxcvbn;

    PasswordStrength() {
        this.common =
                lines("common-passwords.txt").stream().map(PasswordRules::bare).collect(Collectors.toUnmodifiableSet());
        try {
            this.zxcvbn = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("context", lines("context-words.txt")))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param bare the password without accents, capitals and blanks */
    boolean isWeak(String bare) {
        if (common.contains(bare)) {
            return true;
        }
        String read = read(bare);
        int[] characters = read.codePoints().toArray();
        if (characters.length <= MEASURED) {
            return takesFewGuesses(read);
        }
        return takesFewGuesses(new String(characters, 0, MEASURED))
                && takesFewGuesses(new String(characters, characters.length - MEASURED, MEASURED));
    }

    private boolean takesFewGuesses(String text) {
        return text.isEmpty() || zxcvbn.measure(text).getGuesses() < FEWEST;
    }

    private static String read(String bare) {
        StringBuilder read = new StringBuilder(bare);
        for (int i = 0; i < read.length(); i++) {
            int sign = SIGNS.indexOf(read.charAt(i));
            if (sign >= 0) {
                read.setCharAt(i, READ_AS.charAt(sign));
            }
        }
        return read.toString();
    }

    private static List<String> lines(String resource) {
        try {
            String text = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\\R"))
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
