package ca.releve.replacement.dispatch;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A request as the service's pages show it, with what may be done about it now.
 *
 * @param decisionReason what the service asked, why it said no, or why it was cancelled; null where nobody decided anything
 * @param takable and the other adjectives: what the verbs of {@link ReplacementRequest} would agree to
 */
record StaffRequest(
        UUID id,
        int version,
        String code,
        RequestStatus status,
        UUID facilityId,
        UUID jobFunctionId,
        boolean qualified,
        String notes,
        String decisionReason,
        String decisionBy,
        Instant decisionAt,
        String createdBy,
        Instant createdAt,
        Instant submittedAt,
        int shiftCount,
        int filledCount,
        int plannedMinutes,
        boolean takable,
        boolean questionable,
        boolean declinable,
        boolean cancellable,
        List<Line> shifts) {

    static StaffRequest of(ReplacementRequest request, Map<UUID, SentPerson> people, Clock clock) {
        List<Line> lines = request.shifts().stream()
                .map(shift -> Line.of(shift, people.get(shift.id()), request.isAssignable(), clock))
                .toList();
        return new StaffRequest(
                request.id(),
                request.version(),
                request.code(),
                request.status(),
                request.facilityId(),
                request.need().jobFunctionId(),
                request.need().qualified(),
                request.need().notes(),
                request.decisionReason(),
                request.decisionBy(),
                request.decisionAt(),
                request.createdByName(),
                request.createdAt(),
                request.submittedAt(),
                request.shiftCount(),
                request.filledCount(),
                lines.stream().filter(Line::live).mapToInt(Line::paidMinutes).sum(),
                request.isTakable(),
                request.isOpenToQuestions(),
                request.isDeclinable(),
                request.isCancellable(),
                lines);
    }

    /** The shifts that want somebody. */
    public List<Line> open() {
        return shifts.stream().filter(Line::open).toList();
    }

    /**
     * A shift, and what may be done about it now.
     *
     * @param statusReason why it is cancelled, open again, given up or without the substitute; null where nobody was asked
     * @param person who comes or came; null for nobody
     * @param assignable whether somebody may be sent to it, also once it is over
     */
    record Line(
            UUID id,
            Instant startsAt,
            Instant endsAt,
            int breakMinutes,
            int paidMinutes,
            ShiftStatus status,
            String statusReason,
            SentPerson person,
            boolean assignable,
            boolean reconfirmable,
            boolean releasable,
            boolean absentable) {

        static Line of(Shift shift, SentPerson person, boolean assignable, Clock clock) {
            return new Line(
                    shift.id(),
                    shift.startsAt(),
                    shift.endsAt(),
                    shift.breakMinutes(),
                    shift.paidMinutes(),
                    shift.status(),
                    shift.statusReason(),
                    person,
                    assignable && shift.isAssignable(),
                    shift.status() == ShiftStatus.TO_RECONFIRM,
                    shift.isReleasable(),
                    shift.mayBeMarkedNoShow(clock));
        }

        public boolean open() {
            return status == ShiftStatus.OPEN;
        }

        public boolean live() {
            return status != ShiftStatus.CANCELLED;
        }
    }
}
