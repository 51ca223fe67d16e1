package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.replacement.BookingsForStaff;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequests;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftChanged;
import ca.releve.shared.RuleViolation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the schedule of a manager’s request: adds shifts and changes their times. */
@Service
@Transactional
class ScheduleService {

    private final ReplacementRequests requests;
    private final BookingsForStaff bookings;
    private final Clock clock;

    ScheduleService(ReplacementRequests requests, BookingsForStaff bookings, Clock clock) {
        this.requests = requests;
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * @return whether the request was a draft, and is sent now
     * @throws RuleViolation if the facility of a draft was deactivated in the meantime
     */
    boolean schedule(UUID id, int version, List<PlannedShift> planned, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        request.requireVersion(version);
        boolean draft = request.status() == RequestStatus.DRAFT;
        RuleViolation.unless(!draft || me.scope().mayAskFor(request.facilityId()), "rule.facility.inactive");
        request.schedule(planned, me.actor(), clock);
        requests.save(request);
        return draft;
    }

    /** @return the effect on the substitute of the shift */
    ShiftChanged.Effect changeShift(UUID id, UUID shiftId, int version, PlannedShift planned, CurrentAccount me) {
        ReplacementRequest request = requests.get(id, me.scope());
        Shift shift = request.shift(shiftId);
        shift.requireVersion(version);
        boolean staysFree = shift.substituteId()
                .map(substitute -> bookings.leaveFree(substitute, shiftId, planned.startsAt(), planned.endsAt()))
                .orElse(true);
        ShiftChanged.Effect effect = request.changeShift(shiftId, planned, staysFree, me.actor(), clock);
        requests.save(request);
        return effect;
    }
}
