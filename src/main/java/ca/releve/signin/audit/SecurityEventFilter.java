package ca.releve.signin.audit;

import ca.releve.format.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * The filter of the list of security events; its components are the parameters of the address.
 *
 * @param evenement word of the vocabulary; null for all
 * @param personne part of the name or email address of an account's user
 * @param adresse IP address
 * @param du first day
 * @param au last day
 */
public record SecurityEventFilter(String evenement, String personne, String adresse, LocalDate du, LocalDate au) {

    public SecurityEventFilter {
        evenement = evenement != null && SecurityVocabulary.WORDS.contains(evenement) ? evenement : null;
        personne = typed(personne);
        adresse = typed(adresse);
    }

    /** A period that ends before it starts is an error, and not a list without rows. */
    void check(Errors errors) {
        if (du != null && au != null && au.isBefore(du)) {
            errors.rejectValue("au", "requests.filter.period");
        }
    }

    Optional<Instant> from(ZoneId zone) {
        return Optional.ofNullable(du).map(it -> WallClock.startOf(it, zone));
    }

    /** The last day is part of the period. */
    Optional<Instant> until(ZoneId zone) {
        return Optional.ofNullable(au).map(it -> WallClock.startOf(it.plusDays(1), zone));
    }

    private static String typed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
