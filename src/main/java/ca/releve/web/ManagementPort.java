package ca.releve.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Answers 404 on the management port to all paths but those of the exposed endpoints: the pages of the portal, its error pages
 * included, cannot be shown there. Spring Boot reads the name of this class from {@code META-INF/spring}; it is no
 * {@code @Configuration}, since a scan would find it for the main port.
 */
class ManagementPort {

    @Bean
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    FilterRegistrationBean<Filter> endpointsOnly(PathMappedEndpoints endpoints) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            String path = ((HttpServletRequest) request).getRequestURI();
            if (endpoints.getAllPaths().stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "/"))) {
                chain.doFilter(new AnyFormat((HttpServletRequest) request), response);
            } else {
                ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** A browser asks for HTML, which no endpoint has: it gets the format of the endpoint. */
    private static final class AnyFormat extends HttpServletRequestWrapper {

        AnyFormat(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return asksForHtml(name) ? MediaType.ALL_VALUE : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return asksForHtml(name) ? Collections.enumeration(List.of(MediaType.ALL_VALUE)) : super.getHeaders(name);
        }

        private boolean asksForHtml(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                    && String.valueOf(super.getHeader(name)).contains(MediaType.TEXT_HTML_VALUE);
        }
    }
}
