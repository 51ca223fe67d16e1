package ca.releve.format;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address as the service compares it (AUTH-05): without blanks around it, the domain in punycode and lower case,
 * the local part in lower case. Only ASCII local parts are valid, so that look-alike letters never match (AUTH-04).
 *
 * @param original the address as it was typed, without blanks around it; mail goes to it
 * @param canonical the form that is compared and unique
 */
public record EmailAddress(String original, String canonical) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final int MAX_LENGTH = 254;

    /** @return empty if the text is not one email address of at most 254 characters */
    public static Optional<EmailAddress> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String original = text.strip();
        int at = original.lastIndexOf('@');
        if (original.length() > MAX_LENGTH
                || at < 1
                || !LOCAL.matcher(original.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return asciiDomain(original.substring(at + 1))
                .map(domain ->
                        new EmailAddress(original, original.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain));
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(it -> DOMAIN.matcher(it).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /**
     * The address for a user who decides by it: a domain with letters outside ASCII may look like a known one, so its ASCII
     * spelling follows in parentheses.
     */
    public String unmistakable() {
        boolean plain = original.chars().allMatch(it -> it < 128);
        return plain ? original : original + " (" + canonical.substring(canonical.lastIndexOf('@') + 1) + ")";
    }
}
