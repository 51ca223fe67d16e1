package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Puts what was kept of a form back into it, the way it would have been read had it come in time: controllers need not know.
 * The page has it as {@code kept}, to say so.
 */
class KeptFormOnPage implements HandlerInterceptor {

    private static final String FORM = "form";
    private static final String KEPT = "kept";
    private static final String REDIRECT = "redirect:";

    private final KeptForms forms;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;

    KeptFormOnPage(KeptForms forms, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
        this.forms = forms;
        this.adapter = adapter;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET") && handler instanceof HandlerMethod) {
            forms.find(request).ifPresent(it -> request.setAttribute(KEPT, it));
        }
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page)
            throws Exception {
        if (page == null || !request.getMethod().equals("GET") || !(handler instanceof HandlerMethod method)) {
            return;
        }
        forms.forget(request);
        if (request.getAttribute(KEPT) instanceof KeptWords kept) {
            String view = String.valueOf(page.getViewName());
            Object shown = page.getModel().get(FORM);
            if (view.startsWith(REDIRECT)) {
                forms.put(kept.movedTo(view.substring(REDIRECT.length()).split("\\?", 2)[0]), request);
            } else if (kept.button()) {
                // It waits to be pressed again, beside whatever form there is.
                return;
            } else if (shown != null && isOf(shown, kept)) {
                fill(shown, kept, method, request, page.getModel());
            } else if (shown != null) {
                request.removeAttribute(KEPT);
            }
        }
    }

    private void fill(
            Object shown, KeptWords kept, HandlerMethod method, HttpServletRequest request, Map<String, Object> page)
            throws Exception {
        WebDataBinder binder = new ServletRequestDataBinderFactory(
                        binderMethods(method), adapter.getObject().getWebBindingInitializer())
                .createBinder(new ServletWebRequest(request), emptyOne(shown), FORM);
        // The advice for all forms is none of the methods of this controller.
        new FlatForms().bindNoPaths(binder);
        MutablePropertyValues values = new MutablePropertyValues();
        kept.values().forEach((field, typed) -> values.add(field, typed.toArray(String[]::new)));
        binder.bind(values);
        page.put(FORM, binder.getTarget());
        page.put(BindingResult.MODEL_KEY_PREFIX + FORM, binder.getBindingResult());
    }

    /** A form that was led elsewhere may meet another one there, which is none of its business. */
    private static boolean isOf(Object form, KeptWords kept) {
        var properties = PropertyAccessorFactory.forBeanPropertyAccess(form);
        return kept.values().isEmpty() || kept.values().keySet().stream().anyMatch(properties::isWritableProperty);
    }

    private static Object emptyOne(Object form) {
        return ClassUtils.hasConstructor(form.getClass()) ? BeanUtils.instantiateClass(form.getClass()) : form;
    }

    /** The methods by which a controller says how some of its fields are read. */
    private static List<InvocableHandlerMethod> binderMethods(HandlerMethod method) {
        Set<Method> methods = MethodIntrospector.selectMethods(
                method.getBeanType(), RequestMappingHandlerAdapter.INIT_BINDER_METHODS);
        return methods.stream()
                .map(it -> new InvocableHandlerMethod(method.getBean(), it))
                .toList();
    }
}
