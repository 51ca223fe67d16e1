package ca.releve.web.form;

import ca.releve.shared.StaleVersion;
import ca.releve.web.list.ListAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ModelMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A submitted form: its submission id, the version that the page showed, and the user who sent it. A handler that changes
 * something takes it as an argument.
 *
 * <p>A change runs once for each submission id (INT-02), in one transaction, while the user's rights are locked (ACC-10).
 */
public final class Press {

    private final Submissions submissions;
    private final ListAddress lists;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ModelMap model;
    private final UUID part;

    Press(
            Submissions submissions,
            ListAddress lists,
            HttpServletRequest request,
            HttpServletResponse response,
            ModelMap model,
            UUID part) {
        this.submissions = submissions;
        this.lists = lists;
        this.request = request;
        this.response = response;
        this.model = model;
        this.part = part;
    }

    /**
     * One part of a form that has a button for each of its parts, as the rows of a table: each part is submitted once.
     *
     * @param id id of what the button changes
     */
    public Press part(UUID id) {
        return new Press(submissions, lists, request, response, model, id);
    }

    /**
     * The version of the entity that the page showed.
     *
     * @throws ErrorResponseException with 400 if the form has none, or it is no number
     */
    public int version() {
        return parse(SubmittedFields.VERSION, Integer::valueOf);
    }

    /**
     * Makes the change unless this form was submitted before; then nothing happens and the first submission's page follows.
     *
     * @param change makes the change and returns the local path of the next page; the path of a list leads
     *     to the list as the user left it
     * @return the view that redirects to that page with 303
     * @throws DuplicateSubmissionException if the form was submitted before with other values
     * @throws RightsRevokedException if the user lost rights after the request was authorised
     */
    public String once(Supplier<String> change) {
        return submissions.once(submissionId(), userId(), () -> lists.of(change.get()));
    }

    /**
     * Like {@link #once(Supplier)}, and the next page shows a notice.
     *
     * @param notice message key of the notice
     */
    public String once(String notice, Supplier<String> change) {
        notice(notice);
        return once(change);
    }

    /**
     * Like {@link #once(String, Supplier)} for a change whose next page is known beforehand.
     *
     * @param next local path of the next page
     */
    public String once(String notice, String next, Runnable change) {
        return once(notice, () -> {
            change.run();
            return next;
        });
    }

    /**
     * Like {@link #once(String, String, Runnable)}; if the entity was changed after the page was opened, answers 409 with another
     * view and the model attribute {@code stale}.
     *
     * @param page fills the model with the present state and returns the view that shows the form again
     */
    public String onceOrWhenStale(String notice, String next, Runnable change, Supplier<String> page) {
        notice(notice);
        return onceOrWhenStale(
                () -> {
                    change.run();
                    return next;
                },
                page);
    }

    /** Like {@link #onceOrWhenStale(String, String, Runnable, Supplier)} without a notice. */
    public String onceOrWhenStale(Supplier<String> change, Supplier<String> page) {
        try {
            return once(change);
        } catch (StaleVersion | OptimisticLockingFailureException stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stale", true);
            return page.get();
        }
    }

    /** Like {@link #once(Supplier)} for a user who is not signed in, or need not be. */
    public String onceByAnyone(Supplier<String> change) {
        return submissions.once(submissionId(), null, change);
    }

    /** Shows a message on the next page. */
    public void notice(String key, Object... arguments) {
        flash("notice", key);
        flash("noticeFacts", arguments);
        flash("warning", false);
    }

    /** Like {@link #notice}, shown as a warning. */
    public void warning(String key, Object... arguments) {
        notice(key, arguments);
        flash("warning", true);
    }

    /** Shows a notice if the change did something, and otherwise a warning. */
    public void noticeOrWarning(boolean done, String notice, String warning, Object... arguments) {
        notice(done ? notice : warning, arguments);
        flash("warning", !done);
    }

    /** Hands a value to the next page as a model attribute. */
    public void flash(String name, Object value) {
        RequestContextUtils.getOutputFlashMap(request).put(name, value);
    }

    private UUID submissionId() {
        UUID id = parse("submissionId", UUID::fromString);
        return part == null ? id : UUID.nameUUIDFromBytes((id + "/" + part).getBytes(StandardCharsets.US_ASCII));
    }

    private <T> T parse(String parameter, Function<String, T> type) {
        String value = request.getParameter(parameter);
        if (value == null) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        try {
            return type.apply(value);
        } catch (IllegalArgumentException mistyped) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, mistyped);
        }
    }

    private UUID userId() {
        return UUID.fromString(request.getRemoteUser());
    }
}
