package ca.releve.history;

import ca.releve.web.RequestId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes history entries in the transaction of the change that they describe, and reads them, newest first. */
@Component
public class History {

    private static final Limit PAGE = Limit.of(200);
    private static final Limit ON_A_FULL_PAGE = Limit.of(30);

    private final HistoryEntries entries;
    private final EntityManager entities;
    private final Clock clock;

    History(HistoryEntries entries, EntityManager entities, Clock clock) {
        this.entries = entries;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * @param event code of the sentence {@code history.<event>} in the message bundles
     * @param reason the reason that the user typed; null if the page does not ask for one
     * @param facts facts of the sentence, made by {@link Fact}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Subject subject, String event, String reason, String... facts) {
        // Spring Data would ask for an entry of this id first, since the id is not empty.
        entities.persist(
                new HistoryEntry(clock.instant(), actor, subject, event, List.of(facts), reason, RequestId.current()));
    }

    /** The history of a request, newest first. The caller checks that the reader may see the request. */
    public List<HistoryEntry> ofRequest(UUID requestId) {
        return entries.ofRequest(requestId, PAGE);
    }

    /**
     * The history of a request for a reader who may not see every facility of its client: a request that was moved from another
     * one does not name it.
     *
     * @param sees whether the reader sees the facility with this id
     */
    public List<HistoryEntry> ofRequest(UUID requestId, Predicate<UUID> sees) {
        return ofRequest(requestId).stream().map(entry -> entry.readBy(sees)).toList();
    }

    /** The history of one object or person, newest first. The caller checks that the reader may see it. */
    public List<HistoryEntry> ofSubject(UUID subjectId) {
        return entries.ofSubject(subjectId, PAGE);
    }

    /**
     * The latest entries about a person, under any of the given ids, and the latest entries by that person. The caller checks
     * that the reader may see them.
     *
     * @param actorId the account of the person; null if there is none
     */
    public PersonHistory ofPerson(Collection<UUID> subjectIds, UUID actorId) {
        return PersonHistory.of(
                entries.ofPerson(subjectIds.toArray(UUID[]::new), actorId, ON_A_FULL_PAGE.max()), subjectIds);
    }

    /** The latest entries of a client, its installations and its managers, without those of its requests. */
    public List<HistoryEntry> ofClient(UUID clientId) {
        return entries.ofClient(clientId, ON_A_FULL_PAGE);
    }
}
