package ca.releve.replacement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * How far a request is: what follows from its shifts, a decision and the time. It is stored with the request, so that a list
 * reads one row a request.
 *
 * @param firstStart start of the first shift that is not cancelled, or of the first one if all are; null for a draft
 * @param lastEnd end of the last one likewise
 * @param shiftCount shifts that are not cancelled
 * @param filledCount those of them to which a substitute comes or came
 * @param nextShiftId the shift that is going on or comes next; null if none is left
 * @param nextChangeAt when a shift begins or ends next; null if none does any more
 * @param nextOpenShiftId the first shift to be filled or confirmed again; null if there is none
 * @param nextOpenStart its start
 * @param listOrder place in the lists, see {@link ListOrder}
 */
@Embeddable
public record Progress(
        @Enumerated(EnumType.STRING) RequestStatus status,
        Instant firstStart,
        Instant lastEnd,
        int shiftCount,
        int filledCount,
        UUID nextShiftId,
        Instant nextChangeAt,
        UUID nextOpenShiftId,
        Instant nextOpenStart,
        long listOrder) {

    static Progress ofDraft(Instant createdAt) {
        return new Progress(
                RequestStatus.DRAFT, null, null, 0, 0, null, null, null, null, RequestOrder.ofDraft(createdAt));
    }

    /**
     * Derives the progress of a request that was sent.
     *
     * @param shifts all its shifts by start, at least one
     * @param decision null for none
     * @param taken whether the service has begun to look for a substitute
     */
    static Progress of(List<Shift> shifts, Decision decision, boolean taken, Clock clock) {
        List<Shift> live = shifts.stream().filter(Shift::isLive).toList();
        List<Shift> span = live.isEmpty() ? shifts : live;
        Instant lastEnd =
                span.stream().map(Shift::endsAt).max(Comparator.naturalOrder()).orElseThrow();
        List<Shift> ahead = live.stream()
                .filter(it -> it.status().isAhead() && !it.isOver(clock))
                .toList();
        Shift next = ahead.isEmpty() ? null : ahead.get(0);
        Shift open =
                live.stream().filter(it -> it.isToSettle(clock)).findFirst().orElse(null);
        return new Progress(
                status(live, decision, taken, clock),
                span.get(0).startsAt(),
                lastEnd,
                live.size(),
                (int) live.stream().filter(Progress::isFilled).count(),
                next == null ? null : next.id(),
                live.stream()
                        .filter(it -> ahead.contains(it) || canBeAskedAgain(it, clock))
                        .map(it -> it.hasBegun(clock) ? it.endsAt() : it.startsAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                open == null ? null : open.id(),
                open == null ? null : open.startsAt(),
                next == null ? RequestOrder.ofPast(lastEnd) : RequestOrder.ofComing(next.startsAt()));
    }

    private static RequestStatus status(List<Shift> live, Decision decision, boolean taken, Clock clock) {
        Decision.Kind decided = decision == null ? null : decision.kind();
        if (decided == Decision.Kind.DECLINED) {
            return RequestStatus.DECLINED;
        }
        if (decided == Decision.Kind.CANCELLED) {
            return RequestStatus.CANCELLED;
        }
        if (live.stream().noneMatch(it -> it.status().isAhead() || canBeAskedAgain(it, clock))) {
            return live.stream().anyMatch(it -> it.status() == ShiftStatus.WORKED)
                    ? RequestStatus.COMPLETED
                    : RequestStatus.UNFILLED;
        }
        if (decided == Decision.Kind.NEEDS_INFO) {
            return RequestStatus.NEEDS_INFO;
        }
        if (live.stream().anyMatch(it -> hasBegunFor(it, clock))) {
            return RequestStatus.IN_PROGRESS;
        }
        long confirmed =
                live.stream().filter(it -> it.status() == ShiftStatus.CONFIRMED).count();
        if (confirmed > 0) {
            return confirmed == live.size() ? RequestStatus.FILLED : RequestStatus.PARTIALLY_FILLED;
        }
        return taken ? RequestStatus.SEARCHING : RequestStatus.SUBMITTED;
    }

    /** Whether the substitute did not come and somebody else may be asked for until the end of the shift. */
    private static boolean canBeAskedAgain(Shift shift, Clock clock) {
        return shift.status() == ShiftStatus.NO_SHOW && !shift.isOver(clock);
    }

    private static boolean isFilled(Shift shift) {
        return shift.status() == ShiftStatus.CONFIRMED || shift.status() == ShiftStatus.WORKED;
    }

    private static boolean hasBegunFor(Shift shift, Clock clock) {
        return switch (shift.status()) {
            case WORKED, NO_SHOW -> true;
            case CONFIRMED, TO_RECONFIRM -> shift.hasBegun(clock);
            case OPEN, UNFILLED, CANCELLED -> false;
        };
    }
}
