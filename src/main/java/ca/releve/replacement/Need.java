package ca.releve.replacement;

import ca.releve.catalog.CatalogChoices;
import ca.releve.history.Changes;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.UUID;

/**
 * Whom a manager asks for, apart from where and when.
 *
 * @param qualified whether only a qualified person will do
 * @param notes what the person must know; nothing about children
 */
@Embeddable
public record Need(
        UUID jobFunctionId,
        UUID ageGroupId,
        UUID taskTypeId,
        boolean qualified,
        String notes,
        @Embedded Wish wish) {

    public Need {
        notes = notes == null ? "" : notes.strip();
    }

    public Need(UUID jobFunctionId, UUID ageGroupId, UUID taskTypeId, boolean qualified, String notes) {
        this(jobFunctionId, ageGroupId, taskTypeId, qualified, notes, Wish.NONE);
    }

    /** The same need of a second person at the same time. */
    public Need ofAnybody() {
        return new Need(jobFunctionId, ageGroupId, taskTypeId, qualified, notes, wish.ofAnybody());
    }

    /** Adds to an edit what it changes here; the history keeps the names as they are now. */
    public Changes changesTo(Need other, CatalogChoices names, Changes changes) {
        return changes.fact("field.jobFunctionId", names.factOf(jobFunctionId), names.factOf(other.jobFunctionId))
                .fact("field.ageGroupId", names.factOf(ageGroupId), names.factOf(other.ageGroupId))
                .fact("field.taskTypeId", names.factOf(taskTypeId), names.factOf(other.taskTypeId))
                .yesNo("field.qualification", qualified, other.qualified)
                .text("field.notes", notes, other.notes)
                .yesNo("field.samePerson", wish.samePerson(), other.wish.samePerson())
                .text("field.preferredName", wish.preferredName(), other.wish.preferredName());
    }

    /** Whether somebody who was confirmed for the one must be asked again for the other. */
    boolean asksForAnother(Need other) {
        return !jobFunctionId.equals(other.jobFunctionId)
                || !ageGroupId.equals(other.ageGroupId)
                || !taskTypeId.equals(other.taskTypeId)
                || qualified != other.qualified;
    }
}
