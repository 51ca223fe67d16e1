package ca.releve.replacement;

import ca.releve.catalog.CatalogChoices;
import ca.releve.history.Changes;
import java.util.UUID;

/**
 * Whom a manager asks for, apart from where and when.
 *
 * @param qualified whether only a qualified person will do
 * @param notes what the person must know; nothing about children
 */
public record Need(UUID jobFunctionId, UUID ageGroupId, UUID taskTypeId, boolean qualified, String notes) {

    public Need {
        notes = notes == null ? "" : notes.strip();
    }

    /** Adds to an edit what it changes here; the history keeps the names as they are now, in French. */
    Changes changesTo(Need other, CatalogChoices names, Changes changes) {
        return changes.text("field.jobFunctionId", names.nameOf(jobFunctionId), names.nameOf(other.jobFunctionId))
                .text("field.ageGroupId", names.nameOf(ageGroupId), names.nameOf(other.ageGroupId))
                .text("field.taskTypeId", names.nameOf(taskTypeId), names.nameOf(other.taskTypeId))
                .yesNo("field.qualification", qualified, other.qualified)
                .text("field.notes", notes, other.notes);
    }

    /** Whether somebody who was confirmed for the one must be asked again for the other. */
    boolean asksForAnother(Need other) {
        return !jobFunctionId.equals(other.jobFunctionId)
                || !ageGroupId.equals(other.ageGroupId)
                || !taskTypeId.equals(other.taskTypeId)
                || qualified != other.qualified;
    }
}
