package ca.releve.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The installations, for reading. */
public interface Facilities extends Repository<Facility, UUID> {

    /** For staff: whoever asks has already been let in to all clients. */
    Optional<Facility> findById(UUID id);

    /** @return empty unless the installation is one that this manager may see */
    default Optional<Facility> find(UUID id, ManagerScope scope) {
        return findByIdAndClientIdAndIdIn(id, scope.clientId(), scope.facilityIds());
    }

    Optional<Facility> findByIdAndClientIdAndIdIn(UUID id, UUID clientId, Collection<UUID> visible);

    Optional<Facility> findByIdAndClientId(UUID id, UUID clientId);

    /** Every installation of a client, by name, also the inactive ones. */
    @Query("select f from Facility f where f.clientId = :clientId order by function('fold', f.name), f.id")
    List<Facility> ofClient(UUID clientId);

    List<Facility> findByIdIn(Collection<UUID> ids);

    /** The names of several installations. */
    default Map<UUID, String> namesOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : findByIdIn(ids).stream().collect(Collectors.toMap(Facility::id, Facility::name));
    }
}
