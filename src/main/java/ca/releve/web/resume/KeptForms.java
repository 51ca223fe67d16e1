package ca.releve.web.resume;

import ca.releve.web.access.HandlerLookup;
import ca.releve.web.form.FlatForms;
import ca.releve.web.form.SubmittedFields;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.WebUtils;

/**
 * Stores the {@link KeptFormValues} of a browser in its session, one at a time, and binds them to the forms of their page, as if
 * it had been sent in time. Controllers take no part; templates find the values as {@code kept}.
 */
@Component
public class KeptForms implements HandlerInterceptor {

    private static final String SESSION_ATTRIBUTE = KeptForms.class.getName();
    private static final String FORM = "form";

    /** The forms of a page, as model attributes: a page that asks for two things at once has two. */
    private static final List<String> FORMS = List.of(FORM, "times");

    private static final String KEPT = "kept";
    private static final String REDIRECT = "redirect:";

    private final HandlerLookup handlers;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final Clock clock;

    KeptForms(HandlerLookup handlers, ObjectProvider<RequestMappingHandlerAdapter> adapter, Clock clock) {
        this.handlers = handlers;
        this.adapter = adapter;
        this.clock = clock;
    }

    /** Keeps the values of a request for the form at its path; does nothing if no page has that path. */
    public void keep(HttpServletRequest sent) {
        String path = sent.getRequestURI();
        Map<String, List<String>> values = SubmittedFields.of(sent);
        int characters = values.entrySet().stream()
                .flatMap(it -> Stream.concat(Stream.of(it.getKey()), it.getValue().stream()))
                .mapToInt(String::length)
                .sum();
        if (handlers.isPage(path) && characters <= SecurityNumbers.KEPT_FORM_CHARACTERS) {
            put(
                    new KeptFormValues(
                            KeptFormValues.placeOf(path),
                            sent.getParameter(SubmittedFields.PERSON),
                            values,
                            sent.getParameter(SubmittedFields.VERSION),
                            clock.instant(),
                            false),
                    sent);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isPage(request, handler)) {
            keptFor(request)
                    .filter(it -> Objects.equals(it.person(), request.getRemoteUser()))
                    .filter(it -> it.at().plus(SecurityNumbers.SESSION_IDLE).isAfter(clock.instant()))
                    .ifPresent(it -> request.setAttribute(KEPT, it));
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || !isPage(request, handler)) {
            return;
        }
        // They are shown once.
        keptFor(request).ifPresent(it -> put(null, request));
        if (request.getAttribute(KEPT) instanceof KeptFormValues kept) {
            String view = String.valueOf(page.getViewName());
            List<String> shown =
                    FORMS.stream().filter(page.getModel()::containsKey).toList();
            List<String> kin = shown.stream()
                    .filter(name -> isOf(page.getModel().get(name), kept))
                    .toList();
            if (view.startsWith(REDIRECT)) {
                put(kept.movedTo(view.substring(REDIRECT.length()).split("\\?", 2)[0]), request);
            } else if (kept.button()) {
                // The button waits to be pressed again; the page may have a form of its own.
                return;
            } else if (!kin.isEmpty()) {
                kin.forEach(name -> fill(name, kept, page.getModel()));
            } else if (!shown.isEmpty()) {
                request.removeAttribute(KEPT);
            }
        }
    }

    private void fill(String name, KeptFormValues kept, Map<String, Object> page) {
        WebDataBinder binder = new WebDataBinder(emptyOne(page.get(name)), name);
        adapter.getObject().getWebBindingInitializer().initBinder(binder);
        // A controller advice is not applied here.
        new FlatForms().bindNoPaths(binder);
        MutablePropertyValues values = new MutablePropertyValues();
        kept.values().forEach((field, typed) -> values.add(field, typed.toArray(String[]::new)));
        binder.bind(values);
        page.putAll(binder.getBindingResult().getModel());
    }

    /** Whether the values belong to this form: after a redirect the page may show another one. */
    private static boolean isOf(Object form, KeptFormValues kept) {
        var properties = PropertyAccessorFactory.forBeanPropertyAccess(form);
        return kept.values().isEmpty() || kept.values().keySet().stream().anyMatch(properties::isWritableProperty);
    }

    private static Object emptyOne(Object form) {
        return ClassUtils.hasConstructor(form.getClass()) ? BeanUtils.instantiateClass(form.getClass()) : form;
    }

    private static boolean isPage(HttpServletRequest request, Object handler) {
        return request.getMethod().equals("GET") && handler instanceof HandlerMethod;
    }

    private static void put(KeptFormValues values, HttpServletRequest request) {
        WebUtils.setSessionAttribute(request, SESSION_ATTRIBUTE, values);
    }

    private static Optional<KeptFormValues> keptFor(HttpServletRequest request) {
        return Optional.ofNullable((KeptFormValues) WebUtils.getSessionAttribute(request, SESSION_ATTRIBUTE))
                .filter(it -> it.isOf(request.getRequestURI()));
    }
}
