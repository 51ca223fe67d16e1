package ca.releve.web;

import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says no in sentences: every error that a person meets is a page that tells what happened and what she can do. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);
    private static final int LONGEST_ECHO = 4_000;
    private static final Pattern CHOSEN = Pattern.compile("(?:[0-9a-f-]{36}|true|false|on)(?:, (?:[0-9a-f-]{36}|on))*");

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
            events.publishEvent(new StrangeId(request.getRequestURI()));
        }
        return page("error/404", HttpStatus.NOT_FOUND);
    }

    /** An address that was mistyped: what stands in it is no id at all. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView mistyped() {
        return page("error/404", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(RuleViolation.class)
    ModelAndView ruleViolated(RuleViolation violation, HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage(violation.key(), violation.arguments(), locale), request);
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage("error.stale", null, locale), request);
    }

    @ExceptionHandler(SentBefore.class)
    ModelAndView sentBefore(SentBefore first, HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage("error.sent-before", null, locale), request)
                .addObject("headline", "error.sent-before.title")
                .addObject("back", first.target());
    }

    @ExceptionHandler(RightsGone.class)
    ModelAndView rightsGone(HttpServletRequest request, Locale locale) {
        return conflict(messages.getMessage("error.rights-gone", null, locale), request);
    }

    @ExceptionHandler(PessimisticLockingFailureException.class)
    ModelAndView atOnce(PessimisticLockingFailureException failure, HttpServletRequest request, Locale locale) {
        log.warn("Two changes held each other up, reference {}", RequestId.of(request), failure);
        return conflict(messages.getMessage("error.at-once", null, locale), request);
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView constraintViolated(
            DataIntegrityViolationException refusal, HttpServletRequest request, Locale locale) {
        String sentence = constraintName(refusal) == null
                ? null
                : messages.getMessage("constraint." + constraintName(refusal), null, null, locale);
        return sentence == null ? unexpected(refusal, request) : conflict(sentence, request);
    }

    @ExceptionHandler(TryAgain.class)
    ModelAndView notNow(TryAgain notNow, HttpServletRequest request, HttpServletResponse response) {
        notNow.announce(response);
        // She comes back to the form and finds it as she left it, but for the password.
        forms.keep(request);
        return page(notNow.isBusy() ? "error/busy" : "error/429", notNow.status())
                .addObject("back", request.getRequestURI())
                .addObject("typed", typed(request));
    }

    @ExceptionHandler(Exception.class)
    ModelAndView unexpected(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(status == HttpStatus.NOT_FOUND ? "error/404" : "error/4xx", status);
        }
        if (DatabaseAway.isBehind(failure)) {
            return databaseAway(failure);
        }
        log.error("Unexpected failure, reference {}", RequestId.of(request), failure);
        return page("error/5xx", HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ModelAndView databaseAway(Exception failure) {
        log.error("The database does not answer", failure);
        return page("error/503", HttpStatus.SERVICE_UNAVAILABLE);
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

    /** What the person typed, so that it can be copied from the conflict page; nothing secret, nor what she chose in a list. */
    private static List<Typed> typed(HttpServletRequest request) {
        List<Typed> typed = new ArrayList<>();
        KeptForms.typed(request).forEach((name, values) -> {
            String text = String.join(", ", values);
            if (!name.startsWith("_")
                    && !text.isBlank()
                    && !CHOSEN.matcher(text).matches()) {
                typed.add(new Typed(name, text.substring(0, Math.min(text.length(), LONGEST_ECHO))));
            }
        });
        return typed;
    }

    private static String constraintName(DataIntegrityViolationException refusal) {
        return refusal.getCause() instanceof ConstraintViolationException hibernate
                ? hibernate.getConstraintName()
                : constraintOf(NestedExceptionUtils.getMostSpecificCause(refusal));
    }

    private static String constraintOf(Throwable cause) {
        return cause instanceof org.postgresql.util.PSQLException postgres && postgres.getServerErrorMessage() != null
                ? postgres.getServerErrorMessage().getConstraint()
                : null;
    }

    /**
     * A value that was typed into the refused form.
     *
     * @param name name of the field
     */
    public record Typed(String name, String text) {}
}
