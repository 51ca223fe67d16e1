package ca.releve.replacement.dispatch;

import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.Shift;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.substitute.Substitute;
import ca.releve.web.Formats;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the service does about a request: look for somebody, ask, refuse, send somebody, and see it through. */
@Service
class DispatchService {

    private final ReplacementRequestsForStaff requests;
    private final DispatchReads reads;
    private final EntityManager entities;
    private final Clock clock;
    private final ZoneId zone;

    DispatchService(
            ReplacementRequestsForStaff requests,
            DispatchReads reads,
            EntityManager entities,
            Clock clock,
            @Value("${releve.zone}") ZoneId zone) {
        this.requests = requests;
        this.reads = reads;
        this.entities = entities;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    void take(UUID id, int version, Actor by) {
        change(id, version, request -> request.take(by, clock));
    }

    @Transactional
    void ask(UUID id, int version, String question, Actor by) {
        change(id, version, request -> request.askForInfo(question, by, clock));
    }

    @Transactional
    void decline(UUID id, int version, String reason, Actor by) {
        change(id, version, request -> request.decline(reason, by, clock));
    }

    @Transactional
    void cancel(UUID id, int version, String reason, Actor by) {
        change(id, version, request -> request.cancel(reason, by, clock));
    }

    /**
     * Sends somebody to these shifts. Whoever books the same person waits, so that she sees what was booked before; the
     * database says no in any case.
     *
     * @throws RuleViolation if she is booked elsewhere at that time
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

    /** @throws RuleViolation that names what she is booked for at the time of one of these shifts, if she is */
    @Transactional(readOnly = true)
    void refuseIfBooked(UUID substituteId, Collection<UUID> shiftIds) {
        reads.clash(substituteId, shiftIds).ifPresent(booking -> {
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
        settle(id, version, shiftId, (request, name) -> request.reconfirm(shiftId, name, by, clock));
    }

    @Transactional
    void release(UUID id, int version, UUID shiftId, String reason, Actor by) {
        settle(id, version, shiftId, (request, name) -> request.release(shiftId, name, reason, by, clock));
    }

    @Transactional
    void markNoShow(UUID id, int version, UUID shiftId, String reason, Actor by) {
        settle(id, version, shiftId, (request, name) -> request.markNoShow(shiftId, name, reason, by, clock));
    }

    @Transactional
    void giveUp(UUID id, int version, UUID shiftId, String reason, Actor by) {
        change(id, version, request -> request.giveUp(shiftId, reason, by, clock));
    }

    private void settle(UUID id, int version, UUID shiftId, BiConsumer<ReplacementRequest, String> verb) {
        change(id, version, request -> verb.accept(request, nameOfWhoComes(request, shiftId)));
    }

    private String nameOfWhoComes(ReplacementRequest request, UUID shiftId) {
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
