package ca.releve.web;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The page to go back to when something was sent to an address: the form there, or the nearest page above. */
@Component
class FormPages {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    FormPages(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    boolean isPage(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return pages().stream().anyMatch(it -> it.matches(parsed));
    }

    /** @return a page of the portal: « / » if nothing nearer is one */
    String pageFor(String path) {
        List<PathPattern> pages = pages();
        for (String page = path; page.length() > 1; page = page.substring(0, page.lastIndexOf('/'))) {
            PathContainer parsed = PathContainer.parsePath(page);
            if (pages.stream().anyMatch(it -> it.matches(parsed))) {
                return page;
            }
        }
        return "/";
    }

    private List<PathPattern> pages() {
        return handlers.stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("ca.releve"))
                .map(it -> it.getKey())
                .filter(FormPages::isRead)
                .flatMap(it -> it.getPathPatternsCondition().getPatterns().stream())
                .toList();
    }

    private static boolean isRead(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.contains(RequestMethod.GET) && mapping.getPathPatternsCondition() != null;
    }
}
