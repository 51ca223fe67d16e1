package ca.releve.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens at the doors, one line an event, in the words of the OWASP Logging Vocabulary (ABU-08). Takes ids and
 * addresses of machines, never a password, a token or what somebody typed.
 */
public final class SecurityLog {

    private static final Logger log = LoggerFactory.getLogger("ca.releve.security");

    private SecurityLog() {}

    /**
     * @param event word of the vocabulary, for example {@code authn_login_fail}
     * @param facts names and values in turn: {@code "account", id, "address", ip}
     */
    public static void event(String event, Object... facts) {
        StringBuilder line = new StringBuilder(event);
        for (int i = 0; i + 1 < facts.length; i += 2) {
            line.append(' ').append(facts[i]).append('=').append(oneWord(facts[i + 1]));
        }
        log.info(line.toString());
    }

    /** A value cannot end its line nor pretend to be the next fact. */
    private static String oneWord(Object value) {
        String text = String.valueOf(value).replaceAll("[\\s\\p{Z}\\p{C}=]", "_");
        return text.substring(0, Math.min(text.length(), 200));
    }
}
