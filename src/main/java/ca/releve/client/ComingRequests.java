package ca.releve.client;

import ca.releve.history.Actor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The requests of a facility that are not over: the module of the requests implements it, since it knows them. */
public interface ComingRequests {

    /** Those that were sent and have shifts to come, the next first. */
    List<ComingRequestRow> of(UUID facilityId);

    /** Cancels these requests of the facility; everybody concerned is told. */
    void cancel(UUID facilityId, Collection<UUID> requestIds, String reason, Actor by);
}
