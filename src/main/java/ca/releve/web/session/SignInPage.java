package ca.releve.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** The sign-in page, as filters see it that redirect to it. */
public final class SignInPage {

    public static final String PATH = "/connexion";

    private static final SessionFlashMapManager FLASH_MAPS = new SessionFlashMapManager();

    private SignInPage() {}

    /** Hands a value to the page as a model attribute; it is shown once. */
    public static void show(String name, Object value, HttpServletRequest request, HttpServletResponse response) {
        FlashMap shown = new FlashMap();
        shown.setTargetRequestPath(PATH);
        shown.put(name, value);
        FLASH_MAPS.saveOutputFlashMap(shown, request, response);
    }

    /** Shows that the session of the request has expired, if it has. */
    public static void showExpiry(HttpServletRequest request, HttpServletResponse response) {
        if (ExpiredSession.isBehind(request)) {
            show("ended", true, request, response);
        }
    }
}
