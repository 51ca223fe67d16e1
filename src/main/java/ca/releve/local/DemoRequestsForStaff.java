package ca.releve.local;

import ca.releve.replacement.ReplacementRequest;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Saves the demonstration's requests and publishes their events. */
interface DemoRequestsForStaff extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest saveAndFlush(ReplacementRequest request);
}
