package ca.releve.replacement.manager;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.NoticeKind;
import ca.releve.replacement.NoticesForStaff;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequests;
import ca.releve.replacement.Shift;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes that a substitute has not arrived, and so puts a call on the desk. */
@Service
class LateService {

    private final ReplacementRequests requests;
    private final NoticesForStaff notices;
    private final EntityManager entities;
    private final Clock clock;

    LateService(ReplacementRequests requests, NoticesForStaff notices, EntityManager entities, Clock clock) {
        this.requests = requests;
        this.notices = notices;
        this.entities = entities;
        this.clock = clock;
    }

    /** @return false if the service knows it already and has not called yet */
    @Transactional
    boolean report(UUID id, UUID shiftId, int version, CurrentAccount me) {
        // Two managers who say it at once wait for each other here: it counts once.
        ReplacementRequest request = requests.getForChange(id, me.scope());
        Shift shift = request.shift(shiftId);
        shift.requireVersion(version);
        if (notices.isToCall(shiftId, NoticeKind.LATE)) {
            return false;
        }
        String name = shift.substituteId()
                .map(it -> entities.find(Substitute.class, it).name())
                .orElse("");
        request.reportLate(shiftId, name, me.actor(), clock);
        requests.save(request);
        return true;
    }
}
