package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The language switch: {@code ?langue=en} on any page shows it in English and is remembered by a cookie. */
class LanguageSwitch implements HandlerInterceptor {

    private static final Map<String, Locale> LANGUAGES = Map.of("fr", Locale.CANADA_FRENCH, "en", Locale.CANADA);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Locale chosen = LANGUAGES.get(String.valueOf(request.getParameter("langue")));
        if (chosen != null) {
            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, chosen);
        }
        return true;
    }
}
