package ca.releve.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.PropertyAccessorUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers 422 where a page is shown again because of its form, and lists what is wrong in the order of the fields in the form's
 * class, which is that of the page. A controller only names its template.
 */
public class FormProblems implements HandlerInterceptor {

    private final MessageSource messages;

    public FormProblems(MessageSource messages) {
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
                .flatMap(result -> inPageOrder(result).stream())
                .toList();
        if (!problems.isEmpty()) {
            page.addObject("problems", problems);
            if (response.getStatus() == HttpStatus.OK.value()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        }
    }

    private List<Problem> inPageOrder(BindingResult result) {
        List<String> order = result.getTarget() == null
                ? List.of()
                : fieldsOf(result.getTarget().getClass());
        return result.getAllErrors().stream()
                .sorted(Comparator.comparingInt(error -> error instanceof FieldError field
                        ? Math.floorMod(
                                order.indexOf(PropertyAccessorUtils.getPropertyName(field.getField())),
                                Integer.MAX_VALUE)
                        : -1))
                .map(error -> new Problem(idOf(error), messages.getMessage(error, LocaleContextHolder.getLocale())))
                .distinct()
                .toList();
    }

    /** The fields of a form, those of the class that it extends first. */
    private static List<String> fieldsOf(Class<?> form) {
        if (form == Object.class) {
            return List.of();
        }
        return Stream.concat(
                        fieldsOf(form.getSuperclass()).stream(),
                        Arrays.stream(form.getDeclaredFields()).map(Field::getName))
                .toList();
    }

    private static String idOf(ObjectError error) {
        return error instanceof FieldError field ? field.getField() : "contenu";
    }

    /**
     * A line of the error summary.
     *
     * @param fieldId id of the input to link to
     * @param text what is wrong and how to mend it, in the reader's language
     */
    public record Problem(String fieldId, String text) {}
}
