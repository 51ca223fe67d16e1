package ca.releve.substitute;

import java.util.UUID;

/**
 * A row of the list of substitutes.
 *
 * @param qualified holds a DEC in techniques d'éducation à l'enfance or a recognised equivalence
 * @param active may be assigned to shifts
 * @param functions names of the job functions, in the language of the user; null for none
 */
public record SubstituteRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String phone,
        boolean qualified,
        boolean active,
        String functions) {

    /** « Gagnon, Amélie »: the list is ordered by last name. */
    public String listName() {
        return lastName + ", " + firstName;
    }
}
