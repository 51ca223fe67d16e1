package ca.releve.client;

import ca.releve.history.Actor;
import ca.releve.web.form.ComingRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The requests that were sent and have shifts to come, the next first: the module of the requests implements it, since it knows
 * them.
 */
public interface ComingRequests {

    /** Those of a facility. */
    List<ComingRow> ofFacility(UUID facilityId);

    /** Those that a manager made. */
    List<ComingRow> ofManager(UUID managerId);

    /** Cancels these requests; everybody concerned is told. */
    void cancel(Collection<UUID> requestIds, String reason, Actor by);
}
