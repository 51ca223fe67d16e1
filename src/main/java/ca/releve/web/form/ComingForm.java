package ca.releve.web.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.validation.Errors;

/** The reason of a deactivation, and for each thing that is still coming whether it is taken back or kept. */
public class ComingForm extends ReasonForm {

    private static final String TAKE_BACK = ":retirer";
    private static final String KEEP = ":garder";

    private List<String> choix = new ArrayList<>();

    /** The choices: the id of what is coming with {@code :retirer} or {@code :garder}. */
    public List<String> getChoix() {
        return choix;
    }

    public void setChoix(List<String> choix) {
        this.choix = choix;
    }

    /** What is taken back. */
    public List<UUID> takenBack() {
        return chosen(TAKE_BACK);
    }

    /** The reason; null if none was given. */
    public String reasonOrNull() {
        return getReason().isBlank() ? null : getReason();
    }

    /** Whether there is a choice for each of these. */
    public boolean decides(Collection<UUID> coming) {
        List<UUID> kept = chosen(KEEP);
        List<UUID> takenBack = takenBack();
        return coming.stream().allMatch(it -> kept.contains(it) || takenBack.contains(it));
    }

    /**
     * Adds an error unless there is a choice for each of these.
     *
     * @param message message key of the error
     */
    public void check(Collection<UUID> coming, String message, Errors errors) {
        if (!decides(coming)) {
            errors.rejectValue("choix", message);
        }
    }

    private List<UUID> chosen(String choice) {
        return choix.stream()
                .filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + choice))
                .map(it -> UUID.fromString(it.substring(0, it.indexOf(':'))))
                .toList();
    }
}
