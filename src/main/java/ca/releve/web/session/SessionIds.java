package ca.releve.web.session;

import ca.releve.shared.Secret;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Maps the cookie of a browser to the id of its session. The cookie holds a secret of 256 bits; the session id is its SHA-256,
 * so that the session table, a backup or a log gives access to no session.
 */
class SessionIds implements SessionIdGenerator, HttpSessionIdResolver, ServletRequestListener {

    private static final String WRITTEN = SessionIds.class.getName() + ".WRITTEN";

    /** Each cookie costs a query; a browser sends one. */
    private static final int MOST_BROUGHT = 2;

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final CookieSerializer cookie;

    /** The secrets of this request, by session id. A generator does not get the request. */
    private final ThreadLocal<Map<String, String>> secrets = ThreadLocal.withInitial(HashMap::new);

    SessionIds(CookieSerializer cookie) {
        this.cookie = cookie;
    }

    @Override
    public String generate() {
        return idOf(Secret.fresh());
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream()
                .filter(it -> SECRET.matcher(it).matches())
                .limit(MOST_BROUGHT)
                .map(this::idOf)
                .toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        // An error dispatch passes the filters again, and would write the cookie a second time.
        if (!id.equals(request.getAttribute(WRITTEN))) {
            request.setAttribute(WRITTEN, id);
            cookie.writeCookieValue(
                    new CookieValue(request, response, secrets.get().get(id)));
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookie.writeCookieValue(new CookieValue(request, response, ""));
    }

    @Override
    public void requestInitialized(ServletRequestEvent begun) {
        secrets.remove();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent over) {
        secrets.remove();
    }

    private String idOf(String secret) {
        String id = Secret.hashText(secret);
        secrets.get().put(id, secret);
        return id;
    }
}
