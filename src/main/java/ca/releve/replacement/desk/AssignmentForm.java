package ca.releve.replacement.desk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The substitute to assign, and the shifts. The first two fields are also parameters of the address that finds candidates. */
class AssignmentForm {

    private List<UUID> quart = new ArrayList<>();

    @Size(max = 100, message = "{requests.filter.text.long}")
    private String texte = "";

    @NotNull(message = "{dispatch.substitute.required}")
    private UUID substitute;

    /** The shifts; none for all open ones. */
    public List<UUID> getQuart() {
        return quart;
    }

    public void setQuart(List<UUID> quart) {
        this.quart = quart;
    }

    /** Part of a name. */
    public String getTexte() {
        return texte;
    }

    public void setTexte(String texte) {
        this.texte = texte;
    }

    public UUID getSubstitute() {
        return substitute;
    }

    public void setSubstitute(UUID substitute) {
        this.substitute = substitute;
    }
}
