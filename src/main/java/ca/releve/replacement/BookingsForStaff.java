package ca.releve.replacement;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Where substitutes are expected, over all clients: for the staff and for the portal itself, never for a manager. */
public interface BookingsForStaff extends Repository<Assignment, UUID> {

    /** Whether she has nothing else from the one instant to the other; touching ends are fine. */
    @Query("""
            select count(a) = 0 from Assignment a
             where a.substituteId = :substituteId and a.status <> CANCELLED and a.shift.id <> :shiftId
               and a.startsAt < :endsAt and a.endsAt > :startsAt
            """)
    boolean leaveFree(UUID substituteId, UUID shiftId, Instant startsAt, Instant endsAt);
}
