package ca.releve.replacement.desk;

import ca.releve.format.Formats;
import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.replacement.desk.AdminActionController.Target;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what the staff do to a request and its shifts. */
@Service
class DispatchService {

    private final ReplacementRequestsForStaff requests;
    private final CandidateRows candidates;
    private final EntityManager entities;
    private final Clock clock;
    private final ZoneId zone;

    DispatchService(
            ReplacementRequestsForStaff requests,
            CandidateRows candidates,
            EntityManager entities,
            Clock clock,
            ZoneId zone) {
        this.requests = requests;
        this.candidates = candidates;
        this.entities = entities;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    void take(UUID id, int version, Actor by) {
        change(id, version, request -> request.take(by, clock));
    }

    @Transactional
    void act(Target target, int version, String reason, Actor by) {
        UUID shiftId = target.shiftId();
        change(target.id(), version, request -> {
            switch (target.action()) {
                case ASK -> request.askForInfo(reason, by, clock);
                case DECLINE -> request.decline(reason, by, clock);
                case CANCEL -> request.cancel(reason, by, clock);
                case RELEASE -> settle(request, shiftId, Outcome.RELEASED, reason, by);
                case MARK_ABSENT -> settle(request, shiftId, Outcome.NO_SHOW, reason, by);
                case GIVE_UP -> settle(request, shiftId, Outcome.GIVEN_UP, reason, by);
            }
        });
    }

    /**
     * Assigns a substitute to these shifts. The substitute is locked, so that two assignments at once see each other; the
     * constraint {@code substitute_booked_once} refuses every other overlap.
     *
     * @throws RuleViolation if the substitute is booked elsewhere at that time
     */
    @Transactional
    void assign(UUID id, int version, Collection<UUID> shiftIds, UUID substituteId, Actor by) {
        change(id, version, request -> {
            Substitute substitute = entities.find(Substitute.class, substituteId, LockModeType.PESSIMISTIC_WRITE);
            if (substitute == null) {
                throw new NotFound();
            }
            refuseIfBooked(substituteId, shiftIds);
            request.assign(shiftIds, substitute, by, clock);
        });
        requests.flush();
    }

    /** @throws RuleViolation with the times of the booking, if the substitute is booked at the time of one of these shifts */
    @Transactional(readOnly = true)
    void refuseIfBooked(UUID substituteId, Collection<UUID> shiftIds) {
        candidates.clash(substituteId, shiftIds).ifPresent(booking -> {
            Formats formats = new Formats(LocaleContextHolder.getLocale(), zone);
            boolean oneDay = shiftIds.size() == 1;
            throw new RuleViolation(
                    "rule.substitute.booked",
                    entities.find(Substitute.class, substituteId).name(),
                    oneDay ? formats.time(booking.startsAt()) : formats.dateTime(booking.startsAt()),
                    oneDay ? formats.time(booking.endsAt()) : formats.dateTime(booking.endsAt()));
        });
    }

    @Transactional
    void reconfirm(UUID id, int version, UUID shiftId, Actor by) {
        change(id, version, request -> settle(request, shiftId, Outcome.RECONFIRMED, null, by));
    }

    private void settle(ReplacementRequest request, UUID shiftId, Outcome outcome, String reason, Actor by) {
        request.settle(shiftId, outcome, nameOfSubstitute(request, shiftId), reason, by, clock);
    }

    private String nameOfSubstitute(ReplacementRequest request, UUID shiftId) {
        return request.shifts().stream()
                .filter(it -> it.id().equals(shiftId))
                .findFirst()
                .flatMap(Shift::substituteId)
                .map(it -> entities.find(Substitute.class, it).name())
                .orElse("");
    }

    private void change(UUID id, int version, Consumer<ReplacementRequest> verb) {
        ReplacementRequest request = requests.getForChange(id);
        request.requireVersion(version);
        verb.accept(request);
        requests.save(request);
    }
}
