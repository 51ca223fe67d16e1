package ca.releve.web;

import jakarta.servlet.FilterChain;
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
        request.setAttribute("path", request.getRequestURI());
        request.setAttribute("inEnglish", inLanguage(request, "en"));
        request.setAttribute("inFrench", inLanguage(request, "fr"));
        request.setAttribute("service", service);
        String id = RequestId.next();
        request.setAttribute(RequestId.NAME, id);
        try (MDC.MDCCloseable inTheLog = MDC.putCloseable(RequestId.NAME, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String inLanguage(HttpServletRequest request, String language) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getMethod().equals("GET") ? request.getQueryString() : null)
                .replaceQueryParam("langue", language)
                .build()
                .toUriString();
    }
}
