package ca.releve.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The store of the facilities of all clients, for the staff. */
public interface FacilitiesForStaff extends Repository<Facility, UUID> {

    Facility save(Facility facility);

    Optional<Facility> findById(UUID id);

    Optional<Facility> findByIdAndClientId(UUID id, UUID clientId);

    /** All facilities of a client by name, also the inactive ones. */
    @Query("select f from Facility f where f.clientId = :clientId order by function('fold', f.name), f.id")
    List<Facility> ofClient(UUID clientId);

    List<Facility> findByClientIdAndIdIn(UUID clientId, Collection<UUID> ids);

    List<Facility> findByIdIn(Collection<UUID> ids);

    boolean existsByClientIdAndNameAndIdNot(UUID clientId, String name, UUID id);

    /** The names of facilities by their ids. */
    default Map<UUID, String> namesOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : findByIdIn(ids).stream().collect(Collectors.toMap(Facility::id, Facility::name));
    }
}
