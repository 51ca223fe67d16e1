package ca.releve.substitute;

import ca.releve.web.form.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The filter of the list of substitutes; its components are the parameters of the address.
 *
 * @param texte part of a name, an email address or a phone number
 * @param qualification {@code oui} or {@code non}; null for both
 * @param etat {@code inactives} or {@code toutes}; null for the active ones
 */
public record SubstituteFilter(String texte, String qualification, String etat) {

    private static final String INACTIVE = "inactives";
    private static final String ALL = "toutes";
    private static final String YES = "oui";
    private static final String NO = "non";

    public SubstituteFilter {
        qualification = YES.equals(qualification) || NO.equals(qualification) ? qualification : null;
        etat = INACTIVE.equals(etat) || ALL.equals(etat) ? etat : null;
    }

    /** Whether only active or only inactive substitutes are listed; null for both. */
    Boolean active() {
        return ALL.equals(etat) ? null : !INACTIVE.equals(etat);
    }

    /** Whether only qualified or only other substitutes are listed; null for both. */
    Boolean qualified() {
        return qualification == null ? null : YES.equals(qualification);
    }

    static List<Choice> states(MessageSource messages, Locale locale) {
        return Choice.of(Stream.of("actives", INACTIVE, ALL), "substitute.filter.", messages, locale);
    }

    static List<Choice> qualifications(MessageSource messages, Locale locale) {
        return Choice.of(Stream.of(ALL, YES, NO), "substitute.filter.qualification.", messages, locale);
    }
}
