package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that is shown again because of its form answers 422 and lists what is wrong, in the order of the page: the one
 * place of that rule, so that a controller only has to name its template.
 *
 * <p>The order of the page is the order of the fields in the form's class, since Bean Validation has none.
 */
class FormProblems implements HandlerInterceptor {

    private final MessageSource messages;

    FormProblems(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page == null || (page.getViewName() != null && page.getViewName().startsWith("redirect:"))) {
            return;
        }
        List<Problem> problems = page.getModel().values().stream()
                .filter(BindingResult.class::isInstance)
                .map(BindingResult.class::cast)
                .filter(BindingResult::hasErrors)
                .flatMap(result -> inPageOrder(result, LocaleContextHolder.getLocale()).stream())
                .toList();
        if (!problems.isEmpty()) {
            page.addObject("problems", problems);
            if (response.getStatus() == HttpStatus.OK.value()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        }
    }

    private List<Problem> inPageOrder(BindingResult result, Locale locale) {
        List<String> order = result.getTarget() == null
                ? List.of()
                : Arrays.stream(result.getTarget().getClass().getDeclaredFields())
                        .map(Field::getName)
                        .toList();
        return result.getAllErrors().stream()
                .sorted(Comparator.comparingInt(error -> error instanceof FieldError field
                        ? Math.floorMod(order.indexOf(root(field.getField())), Integer.MAX_VALUE)
                        : -1))
                .map(error -> new Problem(idOf(error), messages.getMessage(error, locale)))
                .distinct()
                .toList();
    }

    private static String idOf(ObjectError error) {
        return error instanceof FieldError field ? field.getField() : "contenu";
    }

    private static String root(String path) {
        int end = 0;
        while (end < path.length() && Character.isJavaIdentifierPart(path.charAt(end))) {
            end++;
        }
        return path.substring(0, end);
    }
}
