package ca.releve.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page needs: where we are, the way to the other language, whose portal this is, the number of the request. Attributes of the
 * request, since the pages of errors have no model of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(ServiceProperties.class)
class EveryPage extends OncePerRequestFilter {

    private final ServiceProperties service;

    EveryPage(ServiceProperties service) {
        this.service = service;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (RequestId.of(request) == null) {
            String path = path(request);
            request.setAttribute("path", path);
            request.setAttribute("inEnglish", inLanguage(request, path, "en"));
            request.setAttribute("inFrench", inLanguage(request, path, "fr"));
            request.setAttribute("service", service);
            request.setAttribute(RequestId.NAME, RequestId.next());
        }
        try (MDC.MDCCloseable inTheLog = MDC.putCloseable(RequestId.NAME, RequestId.of(request))) {
            chain.doFilter(request, response);
        }
    }

    /** What Tomcat refuses by itself comes here as an error only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static String inLanguage(HttpServletRequest request, String path, String language) {
        return UriComponentsBuilder.fromPath(path)
                .query(request.getMethod().equals("GET") ? request.getQueryString() : null)
                .replaceQueryParam("langue", language)
                .build()
                .toUriString();
    }
}
