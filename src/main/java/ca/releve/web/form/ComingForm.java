package ca.releve.web.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.validation.Errors;

/** The reason of a deactivation, and for each thing that is still coming whether it is taken back or kept. */
public class ComingForm extends ReasonForm {

    /** Most rows of a page, since a form may have 200 fields; of more the rest is kept, or nothing is deactivated. */
    public static final int MOST = 50;

    private static final String TAKE_BACK = ":retirer";
    private static final String KEEP = ":garder";

    private List<String> choix = new ArrayList<>();

    private boolean garderReste;

    /** The choices: the id of what is coming with {@code :retirer} or {@code :garder}. */
    public List<String> getChoix() {
        return choix;
    }

    public void setChoix(List<String> choix) {
        this.choix = choix;
    }

    /** Whether everything without a choice is kept. */
    public boolean isGarderReste() {
        return garderReste;
    }

    public void setGarderReste(boolean garderReste) {
        this.garderReste = garderReste;
    }

    /** What of this is taken back. */
    public List<UUID> takenBack(Collection<ComingRow> coming) {
        return coming.stream()
                .map(ComingRow::id)
                .filter(it -> choix.contains(it + TAKE_BACK))
                .toList();
    }

    /** The reason; null if none was given. */
    public String reasonOrNull() {
        return getReason().isBlank() ? null : getReason();
    }

    /** Whether it is said what happens to each of these. */
    public boolean decides(Collection<ComingRow> coming) {
        return garderReste
                || coming.size() <= MOST
                        && coming.stream()
                                .map(ComingRow::id)
                                .allMatch(it -> choix.contains(it + KEEP) || choix.contains(it + TAKE_BACK));
    }

    /**
     * Adds an error unless it is said what happens to each of these.
     *
     * @param message message key of the error
     */
    public void check(Collection<ComingRow> coming, String message, Errors errors) {
        if (!decides(coming)) {
            errors.rejectValue("choix", message);
        }
    }

    /** The same for requests; the manager reads why one is cancelled, so that needs a reason. */
    public void checkRequests(Collection<ComingRow> coming, Errors errors) {
        check(coming, "coming.requests.required", errors);
        if (!takenBack(coming).isEmpty()) {
            require("reason.required", errors);
        }
    }
}
