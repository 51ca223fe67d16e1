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
 * The secrets that tests typed or received in cookies and mails, which neither the database nor the log may contain. Test clients
 * add them here, and {@link Leaks} searches for all of them after the tests.
 */
public final class Secrets {

    /** The kind of a secret, for failure messages. */
    public enum Kind {
        PASSWORD,
        SESSION,
        DEVICE,
        TOKEN,
        /** The text of a mail, which only the table of mails may contain. */
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

    /** Adds a form field if it is a password. */
    public static void typed(String field, String value) {
        // An address that is typed as a password is refused, and is in the database as an address.
        if (field.matches("(?i).*(password|mot de passe).*") && !value.contains("@")) {
            add(Kind.PASSWORD, value);
        }
    }

    /** Adds a cookie of a browser. */
    public static void cookie(String name, String value) {
        Kind kind = name.endsWith("SESSION") ? Kind.SESSION : name.endsWith("APPAREIL") ? Kind.DEVICE : null;
        if (kind != null) {
            add(kind, value);
            decoded(value, kind);
        }
    }

    /** Adds the text of a mail and the tokens of its links. */
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

    /** The session id in a session cookie. */
    private static void decoded(String value, Kind kind) {
        try {
            add(kind, new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notWrapped) {
            // The value of the cookie is the secret itself.
        }
    }
}
