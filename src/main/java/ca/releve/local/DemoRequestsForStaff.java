package ca.releve.local;

import ca.releve.replacement.ReplacementRequest;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Saves requests of the demo data, and tells the other rooms what happened to them. */
interface DemoRequestsForStaff extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest saveAndFlush(ReplacementRequest request);
}
