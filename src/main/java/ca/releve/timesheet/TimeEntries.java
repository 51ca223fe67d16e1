package ca.releve.timesheet;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The time entries that a manager may see: every finder takes the scope of the manager (ACC-05). */
public interface TimeEntries extends Repository<TimeEntry, UUID> {

    String OF_SCOPE = """
             where e.shift.clientId = :#{#scope.clientId} and e.shift.facilityId in :#{#scope.facilityIds()}
            """;

    TimeEntry save(TimeEntry entry);

    @Query("select e from TimeEntry e" + OF_SCOPE + " and e.id = :id")
    Optional<TimeEntry> find(UUID id, ManagerScope scope);

    @Query("select e from TimeEntry e" + OF_SCOPE + " and e.id in :ids")
    List<TimeEntry> findAll(Collection<UUID> ids, ManagerScope scope);

    /** @throws NotFound if there is none within the scope */
    default TimeEntry get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }

    @Query("select count(e) > 0 from TimeEntry e" + OF_SCOPE + " and e.shift.requestId = :requestId")
    boolean existOfRequest(UUID requestId, ManagerScope scope);
}
