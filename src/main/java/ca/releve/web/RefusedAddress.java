package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a sign-in that was refused, on its way to the page that says so: nobody types it twice on a phone. What is
 * no address may be a password in the wrong field, and is not kept at all.
 */
public final class RefusedAddress {

    private static final String ATTRIBUTE = RefusedAddress.class.getName();
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(?:\\.[^\\s@.]+)+");
    private static final int LONGEST = 254;

    private RefusedAddress() {}

    static void keep(HttpServletRequest request, String typed) {
        HttpSession session = request.getSession(false);
        if (session != null
                && typed != null
                && typed.length() <= LONGEST
                && ADDRESS.matcher(typed.strip()).matches()) {
            session.setAttribute(ATTRIBUTE, typed.strip());
        }
    }

    /** It is shown once. */
    public static Optional<String> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String address)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        return Optional.of(address);
    }
}
