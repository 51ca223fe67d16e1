package ca.releve.history;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds history entries. It has no method that writes, changes or deletes one. */
interface HistoryEntries extends Repository<HistoryEntry, UUID> {

    @Query("select e from HistoryEntry e where e.subject.requestId = :requestId order by e.at desc, e.id desc")
    List<HistoryEntry> ofRequest(UUID requestId, Limit limit);

    @Query("select e from HistoryEntry e where e.subject.subjectId = :subjectId order by e.at desc, e.id desc")
    List<HistoryEntry> ofSubject(UUID subjectId, Limit limit);

    /** Two index scans, each limited to the rows of one page. */
    @Query(nativeQuery = true, value = """
            select * from (
                (select * from history_entry where subject_id = any(cast(:subjectIds as uuid[])) order by at desc, id desc limit :limit)
                union
                (select * from history_entry where actor_id = cast(:actorId as uuid) order by at desc, id desc limit :limit)) found
             order by at desc, id desc
            """)
    List<HistoryEntry> ofPerson(UUID[] subjectIds, UUID actorId, int limit);

    @Query("""
            select e from HistoryEntry e
             where e.subject.clientId = :clientId and e.subject.requestId is null
             order by e.at desc, e.id desc
            """)
    List<HistoryEntry> ofClient(UUID clientId, Limit limit);
}
