package ca.releve.replacement.dispatch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whom the service sends to which shifts. The first two fields are named as in the address that looks for candidates. */
class AssignmentForm {

    private List<UUID> quart = new ArrayList<>();

    @Size(max = 100, message = "{requests.filter.text.long}")
    private String texte = "";

    @NotNull(message = "{dispatch.substitute.required}")
    private UUID substitute;

    /** The shifts in question; none for all that want somebody. */
    public List<UUID> getQuart() {
        return quart;
    }

    public void setQuart(List<UUID> quart) {
        this.quart = quart;
    }

    /** Part of the name of the person looked for. */
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
