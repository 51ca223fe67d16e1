package ca.releve.replacement.schedule;

import ca.releve.replacement.Need;
import ca.releve.replacement.manager.NeedFields;
import java.util.UUID;

/** What « Nouveau remplacement » asks about the need; {@link ScheduleForm} has its dates and times. */
class NewRequestForm extends NeedFields {

    private String modele = "";

    /** @param modele a request whose copy is meant to be the same */
    static NewRequestForm copyOf(UUID modele, UUID facilityId, Need need) {
        NewRequestForm form = new NewRequestForm();
        form.modele = modele.toString();
        form.fill(facilityId, need);
        return form;
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
