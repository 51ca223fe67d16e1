package ca.releve.history;

import ca.releve.web.RequestId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries in the transaction of the change they tell of, and reads them back, newest first. */
@Component
public class History {

    private static final Limit PAGE = Limit.of(200);
    private static final Limit ON_A_FULL_PAGE = Limit.of(30);

    private final HistoryEntries entries;
    private final Clock clock;

    History(HistoryEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param event code of the sentence {@code history.<event>} in the message bundles
     * @param reason why, in the person's own words; null where nobody was asked
     * @param facts facts of the sentence, made by {@link Fact}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Subject subject, String event, String reason, String... facts) {
        entries.save(
                new HistoryEntry(clock.instant(), actor, subject, event, List.of(facts), reason, RequestId.current()));
    }

    /** The history of a request, newest first. The caller has already made sure that the reader may see the request. */
    public List<HistoryEntry> ofRequest(UUID requestId) {
        return entries.ofRequest(requestId, PAGE);
    }

    /** The history of one thing or person, newest first. The caller has made sure that the reader may see it. */
    public List<HistoryEntry> ofSubject(UUID subjectId) {
        return entries.ofSubject(subjectId, PAGE);
    }

    /**
     * What lately concerned a person, under whichever of these ids, and what she lately did. The caller has made sure that
     * the reader may see it.
     *
     * @param actorId the account that she acts with; null if she has none
     */
    public PersonHistory ofPerson(Collection<UUID> subjectIds, UUID actorId) {
        return PersonHistory.of(
                entries.ofPerson(subjectIds.toArray(UUID[]::new), actorId, ON_A_FULL_PAGE.max()), subjectIds);
    }

    /** What lately happened to a client, its installations and its managers; what concerns a request stands with it. */
    public List<HistoryEntry> ofClient(UUID clientId) {
        return entries.ofClient(clientId, ON_A_FULL_PAGE);
    }
}
