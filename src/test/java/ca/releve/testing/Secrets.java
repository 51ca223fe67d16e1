package ca.releve.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tests typed, got as a cookie or were mailed, and what must stand neither in the database nor in the log. Whoever
 * plays a person reports it here; the last test of a run looks for all of it.
 */
public final class Secrets {

    /** What kind of secret it is, for the words of a failure. */
    public enum Kind {
        PASSWORD,
        SESSION,
        DEVICE,
        TOKEN,
        /** What a mail says; it stands in the table of mails, and nowhere else. */
        MAIL
    }

    private static final int SHORTEST = 12;
    private static final int A_SENTENCE = 40;
    private static final Pattern TOKEN_IN_A_LINK = Pattern.compile("/([A-Za-z0-9_-]{40,})(?![A-Za-z0-9_-])");

    private static final Map<Kind, Set<String>> USED = new EnumMap<>(Map.of(
            Kind.PASSWORD, ConcurrentHashMap.newKeySet(),
            Kind.SESSION, ConcurrentHashMap.newKeySet(),
            Kind.DEVICE, ConcurrentHashMap.newKeySet(),
            Kind.TOKEN, ConcurrentHashMap.newKeySet(),
            Kind.MAIL, ConcurrentHashMap.newKeySet()));

    private Secrets() {}

    public static Map<Kind, Set<String>> used() {
        return USED;
    }

    /** A field of a form, of which only passwords are kept secret. */
    public static void typed(String field, String value) {
        // An address as a password is refused, and stands in the database as what it is.
        if (field.matches("(?i).*(password|mot de passe).*") && !value.contains("@")) {
            add(Kind.PASSWORD, value);
        }
    }

    /** A cookie of a person, as the browser keeps it. */
    public static void cookie(String name, String value) {
        Kind kind = name.endsWith("SESSION") ? Kind.SESSION : name.endsWith("APPAREIL") ? Kind.DEVICE : null;
        if (kind != null) {
            add(kind, value);
            decoded(value, kind);
        }
    }

    /** A text that was mailed: the keys in its links are secret, and its words are the reader's. */
    public static void mailed(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= A_SENTENCE)
                .forEach(line -> add(Kind.MAIL, line));
        Matcher links = TOKEN_IN_A_LINK.matcher(text);
        while (links.find()) {
            add(Kind.TOKEN, links.group(1));
        }
    }

    private static void add(Kind kind, String value) {
        if (value.length() >= SHORTEST) {
            USED.get(kind).add(value);
        }
    }

    /** The id that a session cookie wraps. */
    private static void decoded(String value, Kind kind) {
        try {
            add(kind, new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notWrapped) {
            // The cookie is the secret itself.
        }
    }
}
