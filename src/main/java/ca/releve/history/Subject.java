package ca.releve.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * What an entry is about.
 *
 * @param clientId the client whose affair it is; null for the service's own
 * @param requestId the replacement request it belongs to; null outside of one
 * @param subjectId the thing itself
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
