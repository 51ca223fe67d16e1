package ca.releve.web;

import ca.releve.web.settings.ServiceProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sets what the layout needs as attributes of the request, since error pages have no model: the path, the item of the menu, the
 * address in the other language, the service, the moment, the number of the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(ServiceProperties.class)
class LayoutAttributesFilter extends OncePerRequestFilter {

    private static final String SETTINGS = "/admin/reglages";

    /** Sections that are reached from the settings and have no menu item of their own. */
    private static final Set<String> IN_SETTINGS =
            Set.of("/admin/listes", "/admin/personnel", "/admin/comptes", "/admin/securite", "/admin/courriels");

    private final ServiceProperties service;
    private final Clock clock;

    LayoutAttributesFilter(ServiceProperties service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (RequestId.of(request) == null) {
            String path = path(request);
            request.setAttribute("path", path);
            request.setAttribute("menuItem", menuItem(path));
            request.setAttribute("inEnglish", inLanguage(request, path, "en"));
            request.setAttribute("inFrench", inLanguage(request, path, "fr"));
            request.setAttribute("service", service);
            request.setAttribute("printedAt", clock.instant());
            request.setAttribute(RequestId.NAME, RequestId.next());
        }
        MDC.put(RequestId.IN_THE_LOG, RequestId.of(request));
        try {
            chain.doFilter(request, response);
        } finally {
            // With what the filters after this one added: the thread serves other users next.
            MDC.clear();
        }
    }

    /** A request that Tomcat refuses itself arrives as an error dispatch only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String requested
                ? requested
                : request.getRequestURI();
    }

    private static String inLanguage(HttpServletRequest request, String path, String language) {
        return UriComponentsBuilder.fromPath(path)
                .query(request.getMethod().equals("GET") ? request.getQueryString() : null)
                .replaceQueryParam("langue", language)
                .build()
                .toUriString();
    }

    /** @return the address of the menu item; the path itself if it belongs to none */
    private static String menuItem(String path) {
        if (path.startsWith("/approbation/")) {
            return "/approbation";
        }
        if (!path.startsWith("/admin/")) {
            return path;
        }
        int end = path.indexOf('/', "/admin/".length());
        String section = end < 0 ? path : path.substring(0, end);
        return IN_SETTINGS.contains(section) ? SETTINGS : section;
    }
}
