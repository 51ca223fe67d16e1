package ca.releve.signup;

import ca.releve.account.Account;
import ca.releve.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.web.util.WebUtils;

/**
 * The last sign-up of this browser session. Its user typed the password of the account a moment ago, and need not type it again
 * when the mailed link comes back to the same session. A sign-up of somebody else has another hash, even with the same password.
 */
final class OwnSignUp {

    private static final String ATTRIBUTE = OwnSignUp.class.getName();

    private OwnSignUp() {}

    static void remember(HttpSession session, String passwordHash) {
        session.setAttribute(ATTRIBUTE, Secret.hashText(passwordHash));
    }

    static boolean isOf(Account account, HttpServletRequest request) {
        return Secret.hashText(account.passwordHash()).equals(WebUtils.getSessionAttribute(request, ATTRIBUTE));
    }

    static void forget(HttpServletRequest request) {
        WebUtils.setSessionAttribute(request, ATTRIBUTE, null);
    }
}
