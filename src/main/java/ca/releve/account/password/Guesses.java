package ca.releve.account.password;

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
 * How many guesses somebody needs who tries common passwords, names, dates, keyboards, repetitions and the words of the trade
 * first (AUTH-12): zxcvbn with words of our own, and a list of long passwords that are common all the same.
 */
@Component
class Guesses {

    /** With fewer, patience is enough to guess it. */
    private static final double FEWEST = 1e10;

    /** As much is looked at as is quickly looked at; a good beginning or a good end makes a good password. */
    private static final int MEASURED = 40;

    /** zxcvbn tries every reading of each sign that may stand for a letter, which takes seconds: here each has one. */
    private static final String SIGNS = "@$!|+({[<&%#/";

    private static final String READ_AS = "asiltccccgxhl";

    private final Set<String> common;
    private final Zxcvbn zxcvbn;

    Guesses() {
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
    boolean areFew(String bare) {
        if (common.contains(bare)) {
            return true;
        }
        String read = read(bare);
        int[] characters = read.codePoints().toArray();
        if (characters.length <= MEASURED) {
            return isWeak(read);
        }
        return isWeak(new String(characters, 0, MEASURED))
                && isWeak(new String(characters, characters.length - MEASURED, MEASURED));
    }

    private boolean isWeak(String text) {
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
