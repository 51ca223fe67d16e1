package ca.releve.web;

import ca.releve.shared.DeletedMeanwhile;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import ca.releve.web.form.DuplicateSubmissionException;
import ca.releve.web.form.RightsRevokedException;
import ca.releve.web.form.SubmittedFields;
import ca.releve.web.resume.KeptForms;
import ca.releve.web.settings.DatabaseUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Maps the exceptions of controllers to error pages that say what happened and what the user can do. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);
    private static final int LONGEST_ECHO = 4_000;
    private static final Pattern CHOSEN =
            Pattern.compile("(?:[0-9a-f-]{36}(?::\\d+)?|true|false|on)(?:, ?(?:[0-9a-f-]{36}(?::\\d+)?|on))*");

    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final KeptForms forms;

    ErrorAdvice(MessageSource messages, ApplicationEventPublisher events, KeptForms forms) {
        this.messages = messages;
        this.events = events;
        this.forms = forms;
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> ids
                && !ids.isEmpty()) {
            events.publishEvent(new UnknownIdEvent(request.getRequestURI()));
        }
        ModelAndView page = page("error/404", HttpStatus.NOT_FOUND);
        return HttpMethod.POST.matches(request.getMethod()) ? page.addObject("typed", typed(request)) : page;
    }

    /** A mistyped address, with something else in the place of an id. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView mistyped() {
        return page("error/404", HttpStatus.NOT_FOUND);
    }

    /** A parameter that the firewall does not let through. */
    @ExceptionHandler(RequestRejectedException.class)
    ModelAndView rejected() {
        return page("error/4xx", HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(RuleViolation.class)
    ModelAndView ruleViolated(RuleViolation violation, HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage(violation.key(), violation.arguments(), locale), request);
    }

    /** What the form changes was deleted by somebody else: the list follows, since the page is gone. */
    @ExceptionHandler(DeletedMeanwhile.class)
    ModelAndView deleted(DeletedMeanwhile deleted, HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage(deleted.key(), null, locale), request)
                .addObject("back", deleted.list());
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage("error.stale", null, locale), request);
    }

    @ExceptionHandler(DuplicateSubmissionException.class)
    ModelAndView sentBefore(DuplicateSubmissionException first, HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage("error.sent-before", null, locale), request)
                .addObject("headline", "error.sent-before.title")
                .addObject("back", first.target());
    }

    @ExceptionHandler(RightsRevokedException.class)
    ModelAndView rightsGone(HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage("error.rights-gone", null, locale), request);
    }

    @ExceptionHandler(PessimisticLockingFailureException.class)
    ModelAndView atOnce(
            PessimisticLockingFailureException failure,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (DatabaseUnavailable.isLocked(failure)) {
            return unexpected(failure, request, response);
        }
        log.warn("Two changes held each other up, reference {}", RequestId.of(request), failure);
        return conflict(messages.getMessage("error.at-once", null, locale), request);
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView constraintViolated(
            DataIntegrityViolationException refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String sentence = messages.getMessage("constraint." + constraintName(refusal), null, null, locale);
        return sentence == null ? unexpected(refusal, request, response) : conflict(sentence, request);
    }

    @ExceptionHandler(RetryLaterException.class)
    ModelAndView retryLater(RetryLaterException refusal, HttpServletRequest request, HttpServletResponse response) {
        refusal.setRetryAfter(response);
        // The form is shown again with its values, without the password.
        forms.keep(request);
        return page(refusal.isBusy() ? "error/busy" : "error/429", refusal.status())
                .addObject("back", request.getRequestURI())
                .addObject("typed", typed(request));
    }

    @ExceptionHandler(Exception.class)
    ModelAndView unexpected(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(status == HttpStatus.NOT_FOUND ? "error/404" : "error/4xx", status);
        }
        if (DatabaseUnavailable.isCancelledStatement(failure)) {
            log.error("A statement took too long, reference {}", RequestId.of(request), failure);
            return slow(request, response);
        }
        if (DatabaseUnavailable.isBehind(failure)) {
            log.error("The database does not answer", failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseUnavailable.RETRY_AFTER);
            return page("error/503", HttpStatus.SERVICE_UNAVAILABLE);
        }
        log.error("Unexpected failure, reference {}", RequestId.of(request), failure);
        return page("error/5xx", HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** All places of the handler are taken by requests that take long. */
    @ExceptionHandler(BusyHandlerException.class)
    ModelAndView slow(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "3");
        if (!HttpMethod.GET.matches(request.getMethod())) {
            forms.keep(request);
        }
        return page("error/slow", HttpStatus.SERVICE_UNAVAILABLE).addObject("back", request.getRequestURI());
    }

    private static ModelAndView page(String template, HttpStatus status) {
        ModelAndView page = new ModelAndView(template);
        page.setStatus(status);
        page.addObject("status", status.value());
        return page;
    }

    private static ModelAndView conflict(String sentence, HttpServletRequest request) {
        return page("error/409", HttpStatus.CONFLICT)
                .addObject("headline", "error.409.title")
                .addObject("sentence", sentence)
                .addObject("back", request.getRequestURI())
                .addObject("typed", typed(request));
    }

    /** The typed values, so that the user can copy them from the conflict page; no passwords, and no choices from a list. */
    private static List<Typed> typed(HttpServletRequest request) {
        List<Typed> typed = new ArrayList<>();
        SubmittedFields.of(request).forEach((name, values) -> {
            String text = String.join(", ", values);
            if (!name.startsWith("_")
                    && !text.isBlank()
                    && !CHOSEN.matcher(text).matches()) {
                typed.add(new Typed(name, text.substring(0, Math.min(text.length(), LONGEST_ECHO))));
            }
        });
        return typed;
    }

    /** @return null if the failure names no constraint */
    private static String constraintName(DataIntegrityViolationException refusal) {
        return NestedExceptionUtils.getMostSpecificCause(refusal) instanceof PSQLException cause
                        && cause.getServerErrorMessage() != null
                ? cause.getServerErrorMessage().getConstraint()
                : null;
    }

    /** A typed value of the refused form. */
    public record Typed(String name, String text) {}
}
