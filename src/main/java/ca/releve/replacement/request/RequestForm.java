package ca.releve.replacement.request;

import ca.releve.replacement.Need;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The fields of « Nouveau remplacement » and « Modifier », in the order of the page. */
class RequestForm {

    private static final int LONGEST_NOTES = 1_000;

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

    @Size(max = LONGEST_NOTES, message = "{request.notes.long}")
    private String notes = "";

    static RequestForm of(RequestSheet request) {
        RequestForm form = new RequestForm();
        form.facilityId = request.facilityId();
        form.jobFunctionId = request.jobFunctionId();
        form.ageGroupId = request.ageGroupId();
        form.taskTypeId = request.taskTypeId();
        form.qualified = request.qualified();
        form.notes = request.notes();
        return form;
    }

    Need toNeed() {
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

    /** Browsers send a line break as two characters; it counts as one. */
    public void setNotes(String notes) {
        this.notes = notes.replace("\r\n", "\n");
    }
}
