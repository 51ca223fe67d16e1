package ca.releve.shared;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * An entity whose verbs register events. Saving it with its repository publishes them, in the same transaction.
 *
 * <p>A transaction that changed such an entity and did not save it fails at its commit: the change would be stored by
 * Hibernate, and its events, which are the history, would be lost.
 *
 * @param <E> type of the events
 */
@MappedSuperclass
public abstract class AggregateRoot<E> extends VersionedEntity {

    @Transient
    private final List<E> events = new ArrayList<>();

    protected void register(E event) {
        if (events.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Publication());
        }
        events.add(event);
    }

    /** The events that are registered and not yet published. */
    @DomainEvents
    public Collection<E> events() {
        return List.copyOf(events);
    }

    /** Called by the repository after it has published them. */
    @AfterDomainEventPublication
    public void clearEvents() {
        events.clear();
    }

    private final class Publication implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!events.isEmpty()) {
                throw new IllegalStateException("%s was changed and not saved: %s"
                        .formatted(AggregateRoot.this.getClass().getSimpleName(), events));
            }
        }
    }
}
