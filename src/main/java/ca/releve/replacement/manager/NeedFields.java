package ca.releve.replacement.manager;

import ca.releve.format.OneLine;
import ca.releve.replacement.Need;
import ca.releve.replacement.Wish;
import ca.releve.shared.SearchText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The fields of a need, in the order of the page: « Nouveau remplacement » and « Modifier » have them. */
public abstract class NeedFields {

    private static final int MAX_NOTES = 1_000;
    private static final int MAX_NAME = 100;

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

    private boolean samePerson;

    @Size(max = MAX_NAME, message = "{request.preferred.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{request.preferred.characters}")
    private String preferredName = "";

    private UUID preferredId;

    /** Fills in the fields from a request. */
    protected void fill(UUID facility, Need need) {
        facilityId = facility;
        jobFunctionId = need.jobFunctionId();
        ageGroupId = need.ageGroupId();
        taskTypeId = need.taskTypeId();
        qualified = need.qualified();
        notes = need.notes();
        samePerson = need.wish().samePerson();
        preferredName = need.wish().preferredName();
        preferredId = need.wish().preferredId();
    }

    /**
     * Finds out whom the preferred name means.
     *
     * @param people the substitutes whom the manager knows
     * @param present the wish that is stored now; null for none
     */
    void recognise(List<KnownPeople.PersonRow> people, Wish present) {
        String typed = SearchText.of(preferredName);
        preferredId = null;
        Stream.concat(
                        Stream.ofNullable(present)
                                .filter(it -> it.preferredId() != null)
                                .map(it -> new KnownPeople.PersonRow(it.preferredId(), it.preferredName())),
                        people.stream())
                .filter(it -> SearchText.of(it.name()).equals(typed))
                .findFirst()
                .ifPresent(it -> {
                    preferredId = it.id();
                    preferredName = it.name();
                });
    }

    public Need toNeed() {
        return new Need(
                jobFunctionId,
                ageGroupId,
                taskTypeId,
                qualified,
                notes,
                new Wish(samePerson, preferredId, preferredName));
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

    /** Whether the same person should come on all days. */
    public boolean isSamePerson() {
        return samePerson;
    }

    public void setSamePerson(boolean samePerson) {
        this.samePerson = samePerson;
    }

    public String getPreferredName() {
        return preferredName;
    }

    public void setPreferredName(String preferredName) {
        this.preferredName = preferredName;
    }
}
