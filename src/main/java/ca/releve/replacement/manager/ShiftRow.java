package ca.releve.replacement.manager;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ShiftStatus;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.replacement.notice.PromiseRow;
import ca.releve.shared.NotFound;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A shift of a request on the pages of its manager.
 *
 * @param statusReason why the shift is cancelled, open again, given up or without its substitute; null where nobody was asked
 * @param substitute null for nobody
 * @param late what was last said of a substitute who had not arrived; null if nobody said so
 */
public record ShiftRow(
        UUID id,
        Integer version,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        UnpaidBreak unpaidBreak,
        ShiftStatus status,
        String statusReason,
        Person substitute,
        Late late) {

    /** The substitute of the shift. The address is not shown; it says how she is told. */
    public record Person(UUID id, String name, Boolean qualified, String email) {}

    /**
     * That the substitute has not arrived.
     *
     * @param by the manager who said so
     * @param calledAt when the service called the substitute; null if it has not yet
     */
    public record Late(Instant at, String by, Instant calledAt) {

        public boolean open() {
            return calledAt == null;
        }
    }

    /** Null for nobody. */
    public String substituteName() {
        return substitute == null ? null : substitute.name;
    }

    /** Null for nobody. */
    public Boolean substituteQualified() {
        return substitute == null ? null : substitute.qualified;
    }

    /** How the substitutes of some shifts are told of a change. */
    static List<PromiseRow> promises(List<ShiftRow> shifts, Instant now) {
        return PromiseRow.of(shifts.stream().flatMap(ShiftRow::expected).toList(), now);
    }

    /** How the substitute is told of other times, which are not known yet; empty for nobody. */
    public List<PromiseRow> promisesWhenMoved(Instant now) {
        return PromiseRow.ofMoving(expected().toList(), now);
    }

    private Stream<PromiseRow.Expected> expected() {
        return Stream.ofNullable(substitute)
                .map(it -> new PromiseRow.Expected(it.id, it.name, it.email, startsAt, endsAt));
    }

    public PlannedShift planned() {
        return new PlannedShift(startsAt, endsAt, breakMinutes(), zone, breakText());
    }

    /** Unpaid break in whole minutes. */
    public int breakMinutes() {
        return unpaidBreak.minutes();
    }

    /** The breaks as they were typed, if that says more than their sum; else empty. */
    public String breakText() {
        return unpaidBreak.text();
    }

    public boolean isChangeable(Instant now) {
        return status.isChangeable(startsAt, endsAt, now);
    }

    public boolean mayBeLate(Instant now) {
        return status.mayBeLate(startsAt, endsAt, now);
    }

    public boolean isLive() {
        return status != ShiftStatus.CANCELLED;
    }

    /** @throws NotFound if none of the shifts has the id */
    public static ShiftRow of(UUID id, List<ShiftRow> shifts) {
        return shifts.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    static int paidMinutes(List<ShiftRow> shifts) {
        return shifts.stream()
                .filter(ShiftRow::isLive)
                .mapToInt(it -> it.planned().paidMinutes())
                .sum();
    }
}
