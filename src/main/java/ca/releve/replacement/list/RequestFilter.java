package ca.releve.replacement.list;

import ca.releve.replacement.RequestStatus;
import ca.releve.shared.SearchText;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * The filter of the lists of requests; its components are the parameters of the address.
 *
 * @param statut a status, or {@value #EVERY_STATUS}; null for every status or, in the staff's list, for the work to do
 * @param client name of a client or a part of it, or its id; null for every client
 * @param installation a facility; null for every facility
 * @param du first day of the period that the shifts of a request overlap
 * @param au last day of that period
 * @param texte beginnings of words of a request's code, need, facility, notes or substitutes, for the staff also
 *     of its client and requester; all of them must be found
 */
public record RequestFilter(
        String statut,
        String client,
        UUID installation,
        LocalDate du,
        LocalDate au,

        @Size(max = 100, message = "{requests.filter.text.long}")
        String texte) {

    /** The value of {@code statut} for every status. */
    static final String EVERY_STATUS = "TOUS";

    public RequestFilter {
        statut = statut == null || statut.isBlank() ? null : statut;
    }

    /** Adds an error for an unknown status, and for a period that ends before it starts. */
    void check(Errors errors) {
        if (statut != null && !statut.equals(EVERY_STATUS) && status().isEmpty()) {
            errors.rejectValue("statut", "requests.filter.status");
        }
        if (du != null && au != null && au.isBefore(du)) {
            errors.rejectValue("au", "requests.filter.period");
        }
    }

    /** The filter of a manager, whose list has the requests of one client only. */
    RequestFilter ofManager() {
        return new RequestFilter(statut, null, installation, du, au, texte);
    }

    /** Whether the staff's list shows only requests that the staff have something to do for. */
    boolean isOnlyWork() {
        return statut == null;
    }

    Optional<RequestStatus> status() {
        return Arrays.stream(RequestStatus.values())
                .filter(it -> it.name().equals(statut))
                .findFirst();
    }

    /** Whether each row shows a shift of the period instead of the next one. */
    public boolean hasPeriod() {
        return du != null || au != null;
    }

    boolean hasText() {
        return !SearchText.words(texte).isEmpty();
    }
}
