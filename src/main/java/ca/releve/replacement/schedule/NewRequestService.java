package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.client.Facilities;
import ca.releve.client.Facility;
import ca.releve.replacement.Need;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequests;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.ScheduleSpan;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes new requests: drafts, and requests that are sent with their schedule at once. */
@Service
@Transactional
class NewRequestService {

    private static final Duration A_MOMENT = Duration.ofHours(1);

    private final ReplacementRequests requests;
    private final ReplacementRequestsForStaff everyRequest;
    private final Facilities facilities;
    private final Clock clock;

    NewRequestService(
            ReplacementRequests requests,
            ReplacementRequestsForStaff everyRequest,
            Facilities facilities,
            Clock clock) {
        this.requests = requests;
        this.everyRequest = everyRequest;
        this.facilities = facilities;
        this.clock = clock;
    }

    /**
     * The request that the same person made a moment ago for the same need and the same times: after going back, a browser fills
     * in the form again and it is sent a second time.
     *
     * @param planned empty for a draft that was not sent
     */
    Optional<UUID> same(UUID facilityId, Need need, List<PlannedShift> planned, CurrentAccount me) {
        Instant since = clock.instant().minus(A_MOMENT);
        UUID by = me.actor().id();
        return planned.isEmpty()
                ? requests.findSameDraft(facilityId, need, by, since, me.scope())
                : requests.findSameSent(facilityId, need, ScheduleSpan.of(planned), by, since, me.scope());
    }

    /** @param planned empty for a draft; otherwise the request is sent */
    UUID create(UUID facilityId, Need need, List<PlannedShift> planned, CurrentAccount me) {
        Facility facility = facilities.find(facilityId, me.scope()).orElseThrow(NotFound::new);
        ReplacementRequest request =
                requests.save(new ReplacementRequest(freeCode(), facility, need, me.actor(), clock));
        if (!planned.isEmpty()) {
            request.schedule(planned, me.actor(), clock);
            // The mails about it read the request from the database.
            everyRequest.flush();
            requests.save(request);
        }
        return request.id();
    }

    /**
     * Sends requests that differ in their codes only, one for each person. Only the first one wishes for a preferred person.
     *
     * @param people how many, at least one
     */
    List<UUID> createAlike(int people, UUID facilityId, Need need, List<PlannedShift> planned, CurrentAccount me) {
        return IntStream.range(0, people)
                .mapToObj(it -> create(facilityId, it == 0 ? need : need.ofAnybody(), planned, me))
                .toList();
    }

    private String freeCode() {
        return Stream.generate(RequestCode::random)
                .filter(code -> !everyRequest.existsByCode(code))
                .findFirst()
                .orElseThrow();
    }
}
