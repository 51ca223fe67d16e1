package ca.releve.client;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What one manager may see: her client, and the installations that are hers. Comes from who is signed in, never from a
 * request, and every query for a manager takes it (ACC-05).
 *
 * @param facilities the installations that she may see, in the order of their names
 */
public record ManagerScope(UUID clientId, List<Place> facilities) {

    public ManagerScope {
        facilities = List.copyOf(facilities);
    }

    /** The ids for the {@code in} of a query; never empty, so that the query stays valid. */
    public Collection<UUID> facilityIds() {
        return facilities.isEmpty()
                ? List.of(new UUID(0, 0))
                : facilities.stream().map(Place::id).toList();
    }

    /** The installations for which she may ask for somebody. */
    public List<Place> activeFacilities() {
        return facilities.stream().filter(Place::active).toList();
    }

    public boolean sees(UUID facilityId) {
        return facilities.stream().anyMatch(it -> it.id().equals(facilityId));
    }

    /** Whether nothing of that scope, which was hers a moment ago, was taken from her. */
    public boolean seesAllOf(ManagerScope before) {
        return clientId.equals(before.clientId) && before.facilities.stream().allMatch(it -> sees(it.id()));
    }

    /** An installation, as far as a list of choices needs it. */
    public record Place(UUID id, String name, boolean active) {}
}
