package ca.releve.replacement;

import ca.releve.shared.NotFound;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The notices of all clients, for the service's staff and for the portal itself. */
public interface NoticesForStaff extends Repository<Notice, UUID> {

    Notice save(Notice notice);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notice n where n.id = :id")
    Optional<Notice> findForChange(UUID id);

    /** @throws NotFound if there is none */
    default Notice getForChange(UUID id) {
        return findForChange(id).orElseThrow(NotFound::new);
    }

    /** The open calls of the change that this notice is of: one call says all of them. */
    @Query("""
            select n from Notice n
             where n.requestId = :#{#one.requestId()} and n.substituteId = :#{#one.substituteId()}
               and n.kind = :#{#one.kind()} and n.queuedAt = :#{#one.queuedAt()}
               and n.channel = CALL and n.calledAt is null and n.seenAt is null and n.replacedAt is null
             order by n.startsAt
            """)
    List<Notice> openCallsLike(Notice one);

    /** Whether a call of this kind about the substitute of a shift is still to be made. */
    @Query("""
            select count(n) > 0 from Notice n join Assignment a on a.id = n.assignmentId
             where a.shift.id = :shiftId and a.status <> CANCELLED and n.kind = :kind
               and n.channel = CALL and n.calledAt is null and n.seenAt is null and n.replacedAt is null
            """)
    boolean isToCall(UUID shiftId, NoticeKind kind);

    /** A call that was not made is not made any more once there is something newer to tell about the same assignment. */
    @Modifying
    @Query("""
            update versioned Notice n set n.replacedAt = :now
             where n.assignmentId in :assignments
               and n.channel = CALL and n.calledAt is null and n.seenAt is null and n.replacedAt is null
            """)
    void replaceOpenCalls(Collection<UUID> assignments, Instant now);

    /** The same for whoever is or was on a shift. */
    @Modifying
    @Query("""
            update versioned Notice n set n.replacedAt = :now
             where n.assignmentId in (select a.id from Assignment a where a.shift.id = :shiftId)
               and n.channel = CALL and n.calledAt is null and n.seenAt is null and n.replacedAt is null
            """)
    void replaceOpenCallsOfShift(UUID shiftId, Instant now);

    /** The mail has left, and with it the notices that it tells of. */
    @Modifying
    @Query("update versioned Notice n set n.leftAt = :now where n.mailId = :mail and n.leftAt is null")
    void left(UUID mail, Instant now);
}
