package ca.releve.replacement.schedule;

import ca.releve.replacement.Need;
import ca.releve.replacement.manager.NeedFields;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What « Nouveau remplacement » asks about the need; {@link ScheduleForm} has its dates and times. */
class NewRequestForm extends NeedFields {

    private static final int MOST_PEOPLE = 10;

    @NotNull(message = "{request.people.range}")
    @Min(value = 1, message = "{request.people.range}")
    @Max(value = MOST_PEOPLE, message = "{request.people.range}")
    private Integer people = 1;

    private String modele = "";

    /** @param modele a request whose copy is meant to be the same */
    static NewRequestForm copyOf(UUID modele, UUID facilityId, Need need) {
        NewRequestForm form = of(facilityId, need);
        form.modele = modele.toString();
        return form;
    }

    static NewRequestForm of(UUID facilityId, Need need) {
        NewRequestForm form = new NewRequestForm();
        form.fill(facilityId, need);
        return form;
    }

    /** For how many people; each gets a request of their own. */
    public Integer getPeople() {
        return people;
    }

    public void setPeople(Integer people) {
        this.people = people;
    }

    public boolean isCopy() {
        return !modele.isEmpty();
    }

    /** Id of the request that this one is a copy of; empty for none. */
    public String getModele() {
        return modele;
    }

    public void setModele(String modele) {
        this.modele = modele;
    }
}
