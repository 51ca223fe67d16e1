package ca.releve.timesheet;

import ca.releve.format.Formats;
import ca.releve.web.form.Press;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The time entry that the user changed last, so that the list can put the focus on the next one. */
public record HandledEntry(UUID requestId, Instant startsAt) implements Serializable {

    /** Model attribute of the page that follows the change. */
    public static final String ATTRIBUTE = "handled";

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Hands the entry to the next page, with a notice about it.
     *
     * @param notice message key; its arguments are the name of the substitute, the day and the final hours
     */
    public static void tell(Press press, String notice, String substitute, TimeEntry entry, Formats formats) {
        notice(press, notice, substitute, entry, formats);
        press.flash(
                ATTRIBUTE,
                new HandledEntry(
                        entry.shift().requestId(), entry.hours().planned().startsAt()));
    }

    /** Hands only the notice to the next page, which puts the focus on it: a key that is pressed twice approves nothing. */
    public static void tellOnly(Press press, String notice, String substitute, TimeEntry entry, Formats formats) {
        notice(press, notice, substitute, entry, formats);
        press.flash("focusNotice", true);
    }

    private static void notice(Press press, String notice, String substitute, TimeEntry entry, Formats formats) {
        press.notice(
                notice,
                substitute,
                formats.day(entry.day()),
                formats.hours(entry.hours().finalMinutes()));
    }
}
