package ca.releve.client;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a manager may see: one client and some or all of its facilities. It is derived from the signed-in account, never from
 * a parameter, and every query for a manager takes it (ACC-05).
 *
 * @param facilities the facilities that the manager may see, by name
 */
public record ManagerScope(UUID clientId, List<Place> facilities) {

    public ManagerScope {
        facilities = List.copyOf(facilities);
    }

    /** The ids for an {@code in} of a query; never empty, because {@code in ()} is invalid. */
    public Collection<UUID> facilityIds() {
        return facilities.isEmpty()
                ? List.of(new UUID(0, 0))
                : facilities.stream().map(Place::id).toList();
    }

    /** The facilities for which the manager may make new requests. */
    public List<Place> activeFacilities() {
        return facilities.stream().filter(Place::active).toList();
    }

    /** Whether the manager may send a request for this facility. */
    public boolean mayAskFor(UUID facilityId) {
        return activeFacilities().stream().anyMatch(it -> it.id().equals(facilityId));
    }

    public boolean sees(UUID facilityId) {
        return facilities.stream().anyMatch(it -> it.id().equals(facilityId));
    }

    /** Whether this scope contains all of an earlier one. */
    public boolean seesAllOf(ManagerScope before) {
        return clientId.equals(before.clientId) && before.facilities.stream().allMatch(it -> sees(it.id()));
    }

    /** The id and name of a facility. */
    public record Place(UUID id, String name, boolean active) {}
}
