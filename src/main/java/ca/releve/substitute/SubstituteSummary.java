package ca.releve.substitute;

import java.util.Set;
import java.util.UUID;

/**
 * A substitute, as far as lists and choices need her.
 *
 * @param qualified holds a DEC in techniques d'éducation à l'enfance or a recognised equivalence
 * @param active may be given new shifts
 * @param jobFunctionIds what she can be
 * @param ageGroupIds the groups of children that she knows
 */
public record SubstituteSummary(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String phone,
        boolean qualified,
        boolean active,
        Set<UUID> jobFunctionIds,
        Set<UUID> ageGroupIds) {

    public SubstituteSummary {
        jobFunctionIds = Set.copyOf(jobFunctionIds);
        ageGroupIds = Set.copyOf(ageGroupIds);
    }

    public String name() {
        return firstName + " " + lastName;
    }

    /** « Gagnon, Amélie »: for lists in the order of names. */
    public String listName() {
        return lastName + ", " + firstName;
    }
}
