package ca.releve.replacement.manager;

import ca.releve.replacement.Need;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The fields of a need, in the order of the page: « Nouveau remplacement » and « Modifier » have them. */
public abstract class NeedFields {

    private static final int MAX_NOTES = 1_000;

    @NotNull(message = "{request.facility.required}")
    private UUID facilityId;

    @NotNull(message = "{request.function.required}")
    private UUID jobFunctionId;

    @NotNull(message = "{request.group.required}")
    private UUID ageGroupId;

    @NotNull(message = "{request.task.required}")
    private UUID taskTypeId;

    @NotNull(message = "{request.qualified.required}")
    private Boolean qualified;

    @Size(max = MAX_NOTES, message = "{request.notes.long}")
    private String notes = "";

    /** Fills in the fields from a request. */
    protected void fill(UUID facility, Need need) {
        facilityId = facility;
        jobFunctionId = need.jobFunctionId();
        ageGroupId = need.ageGroupId();
        taskTypeId = need.taskTypeId();
        qualified = need.qualified();
        notes = need.notes();
    }

    public Need toNeed() {
        return new Need(jobFunctionId, ageGroupId, taskTypeId, qualified, notes);
    }

    public UUID getFacilityId() {
        return facilityId;
    }

    public void setFacilityId(UUID facilityId) {
        this.facilityId = facilityId;
    }

    public UUID getJobFunctionId() {
        return jobFunctionId;
    }

    public void setJobFunctionId(UUID jobFunctionId) {
        this.jobFunctionId = jobFunctionId;
    }

    public UUID getAgeGroupId() {
        return ageGroupId;
    }

    public void setAgeGroupId(UUID ageGroupId) {
        this.ageGroupId = ageGroupId;
    }

    public UUID getTaskTypeId() {
        return taskTypeId;
    }

    public void setTaskTypeId(UUID taskTypeId) {
        this.taskTypeId = taskTypeId;
    }

    public Boolean getQualified() {
        return qualified;
    }

    public void setQualified(Boolean qualified) {
        this.qualified = qualified;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }
}
