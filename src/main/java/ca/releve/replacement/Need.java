package ca.releve.replacement;

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

    /** Whether somebody who was confirmed for the one must be asked again for the other. */
    boolean asksForAnother(Need other) {
        return !jobFunctionId.equals(other.jobFunctionId)
                || !ageGroupId.equals(other.ageGroupId)
                || !taskTypeId.equals(other.taskTypeId)
                || qualified != other.qualified;
    }
}
