package ca.releve.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * The subject of an entry.
 *
 * @param clientId the client that it belongs to; null if it belongs to the service
 * @param requestId the replacement request that it belongs to; null if there is none
 * @param subjectId the object or person itself
 */
@Embeddable
public record Subject(
        @Column(name = "client_id") UUID clientId,
        @Column(name = "request_id") UUID requestId,
        @Column(name = "subject_id") UUID subjectId) {

    public static Subject ofService(UUID subjectId) {
        return new Subject(null, null, subjectId);
    }

    public static Subject ofClient(UUID clientId, UUID subjectId) {
        return new Subject(clientId, null, subjectId);
    }

    public static Subject ofRequest(UUID clientId, UUID requestId) {
        return new Subject(clientId, requestId, requestId);
    }

    public static Subject withinRequest(UUID clientId, UUID requestId, UUID subjectId) {
        return new Subject(clientId, requestId, subjectId);
    }
}
