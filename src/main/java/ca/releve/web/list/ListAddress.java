package ca.releve.web.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/** Keeps the last address of each list in the session, so that the user comes back to it as it was filtered and sorted. */
@Component
public class ListAddress implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ATTRIBUTE = ListAddress.class.getName() + ":";
    private static final int MAX_LENGTH = 2_000;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Lets templates write {@code ${listAddress.of('/admin/clients')}}. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("listAddress", this);
        return true;
    }

    /** The address to come back to: as the list was last shown in this session, or its first page. */
    public String of(String path) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return Objects.toString(WebUtils.getSessionAttribute(request, ATTRIBUTE + path), path);
    }

    /** Keeps the address of a page that shows a {@link KeysetPage}. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null) {
            return;
        }
        page.getModel().values().stream()
                .filter(KeysetPage.class::isInstance)
                .map(list -> ((KeysetPage<?>) list).here())
                .filter(address -> address.length() <= MAX_LENGTH)
                .forEach(address -> keep(request, address));
    }

    private static void keep(HttpServletRequest request, String address) {
        String path = address.split("\\?", 2)[0];
        String attribute = ATTRIBUTE + path;
        if (address.equals(path)) {
            WebUtils.setSessionAttribute(request, attribute, null);
        } else if (!address.equals(WebUtils.getSessionAttribute(request, attribute))) {
            WebUtils.setSessionAttribute(request, attribute, address);
        }
    }

    /** A path with the components of a filter and a position that are set, as parameters. */
    static String of(String path, Record filter, ListPosition position) {
        List<String> parameters = parameters(filter);
        parameters.addAll(parameters(position));
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** Whether a filter narrows the list. */
    static boolean isSet(Record filter) {
        return !parameters(filter).isEmpty();
    }

    private static List<String> parameters(Record values) {
        DirectFieldAccessor fields = new DirectFieldAccessor(values);
        List<String> parameters = new ArrayList<>();
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            String value = Objects.toString(fields.getPropertyValue(component.getName()), "");
            if (!value.isBlank()) {
                parameters.add(component.getName() + "=" + URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
