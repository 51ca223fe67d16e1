package ca.releve.substitute;

import ca.releve.history.Actor;
import ca.releve.web.form.ComingRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The shifts on which a substitute is expected: the module of the requests implements it, since it knows them. */
public interface ComingShifts {

    /** Those that are not over, the next first. */
    List<ComingRow> ofSubstitute(UUID substituteId);

    /**
     * Takes the substitute from these shifts, which have to be filled again; everybody concerned is told.
     *
     * @param reason null if none was given
     */
    void release(UUID substituteId, Collection<UUID> shiftIds, String reason, Actor by);
}
