package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * A page whose template variables are looked up in a map. Thymeleaf keeps each variable as an attribute of the request, and each
 * look-up of one would pass every wrapper around the request.
 */
public class LocalAttributesView extends ThymeleafView {

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        super.render(model, new LocalAttributes(request), response);
    }

    /** Reads an attribute of the request once, and keeps what the template sets. */
    private static final class LocalAttributes extends HttpServletRequestWrapper {

        private static final Object NONE = new Object();

        private final Map<String, Object> attributes = new HashMap<>();

        LocalAttributes(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Object getAttribute(String name) {
            Object value = attributes.get(name);
            if (value == null) {
                value = super.getAttribute(name);
                attributes.put(name, value == null ? NONE : value);
            }
            return value == NONE ? null : value;
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value == null ? NONE : value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.put(name, NONE);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            Set<String> names = new HashSet<>(Collections.list(super.getAttributeNames()));
            attributes.forEach((name, value) -> {
                if (value == NONE) {
                    names.remove(name);
                } else {
                    names.add(name);
                }
            });
            return Collections.enumeration(names);
        }
    }
}
