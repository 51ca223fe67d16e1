package ca.releve.web.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds handlers in the mapping that the dispatcher uses, before the dispatcher does. */
@Component
public class HandlerLookup {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    /** @param mapping looked up at the first request, since it needs beans that need the filter chain */
    HandlerLookup(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** The handler that will be called; for OPTIONS and for a method that will be refused (405), one of another method. */
    public Optional<HandlerMethod> find(HttpServletRequest request) {
        // The mapping answers OPTIONS itself, with a handler that no controller has; no handler is for TRACE.
        return HttpMethod.OPTIONS.matches(request.getMethod()) ? find(request, "TRACE") : lookUp(request);
    }

    private Optional<HandlerMethod> find(HttpServletRequest request, String method) {
        return lookUp(new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return method;
            }
        });
    }

    private Optional<HandlerMethod> lookUp(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return Optional.ofNullable(mapping.getObject().getHandler(request))
                    .map(HandlerExecutionChain::getHandler)
                    .map(HandlerMethod.class::cast);
        } catch (HttpRequestMethodNotSupportedException refused) {
            // In order, so that a GET is found before a POST.
            return Stream.of(refused.getSupportedMethods()).sorted().findFirst().flatMap(it -> find(request, it));
        } catch (ServletException noHandlerForType) {
            return Optional.empty();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }

    /** The handlers whose path begins with the same segment. */
    public Stream<HandlerMethod> inSectionOf(HttpServletRequest request) {
        String section = section(request.getRequestURI());
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream()
                        .map(HandlerLookup::section)
                        .anyMatch(section::equals))
                .map(Map.Entry::getValue);
    }

    /** Whether a GET of the path shows a page. */
    public boolean isPage(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return mapping.getObject().getHandlerMethods().keySet().stream()
                .filter(it -> it.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(it -> it.getPathPatternsCondition().getPatterns().stream())
                .anyMatch(it -> it.matches(parsed));
    }

    /** @return the path, or the nearest one above it that {@link #isPage} */
    public String pageFor(String path) {
        String page = path;
        while (page.length() > 1 && !isPage(page)) {
            page = page.substring(0, page.lastIndexOf('/'));
        }
        return page.isEmpty() ? "/" : page;
    }

    private static String section(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
