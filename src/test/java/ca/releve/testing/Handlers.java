package ca.releve.testing;

import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All handlers of the portal, as Spring MVC maps them. */
@TestComponent
public class Handlers {

    private final SortedSet<Handler> all = new TreeSet<>();

    Handlers(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods().forEach((request, method) -> {
            String room = method.getBeanType().getPackageName();
            if (room.startsWith("ca.releve") && !room.equals(Handlers.class.getPackageName())) {
                for (String pattern : request.getPatternValues()) {
                    for (RequestMethod verb : request.getMethodsCondition().getMethods()) {
                        all.add(new Handler(pattern, verb.name()));
                    }
                }
            }
        });
    }

    /** The handlers, sorted by path. */
    public SortedSet<Handler> all() {
        return all;
    }

    /** A handler: {@code GET /remplacements/{id}}. */
    public record Handler(String pattern, String verb) implements Comparable<Handler> {

        public boolean isGet() {
            return verb.equals("GET");
        }

        @Override
        public int compareTo(Handler other) {
            int byPath = pattern.compareTo(other.pattern);
            return byPath == 0 ? verb.compareTo(other.verb) : byPath;
        }

        @Override
        public String toString() {
            return verb + " " + pattern;
        }
    }
}
