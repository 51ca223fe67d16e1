package ca.releve.replacement.desk;

import ca.releve.replacement.ShiftStatus;
import ca.releve.replacement.notice.PromiseRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A shift of a request on the pages of the staff.
 *
 * @param statusReason why the shift is cancelled, open again, given up or without its substitute; null where nobody was asked
 * @param person the substitute; null for nobody
 */
public record DeskShiftRow(
        UUID id, Times times, ShiftStatus status, String statusReason, Person person, Possible possible) {

    public Instant startsAt() {
        return times.startsAt;
    }

    public Instant endsAt() {
        return times.endsAt;
    }

    /** Whether the shift needs a substitute. */
    public boolean open() {
        return status == ShiftStatus.OPEN;
    }

    public boolean live() {
        return status != ShiftStatus.CANCELLED;
    }

    static int paidMinutes(List<DeskShiftRow> shifts) {
        return shifts.stream().mapToInt(it -> it.times.paidMinutes).sum();
    }

    /**
     * @param breakMinutes unpaid break in whole minutes
     * @param breakText the breaks as they were typed, if that says more than their sum; else empty
     * @param paidMinutes paid time in whole minutes
     */
    public record Times(Instant startsAt, Instant endsAt, int breakMinutes, String breakText, int paidMinutes) {}

    /** The substitute of the shift; of a cancelled one, who was expected. */
    public record Person(UUID id, String name, boolean qualified, String phone, String email) {}

    /** How the substitutes of some shifts are told of a change. */
    static List<PromiseRow> promises(List<DeskShiftRow> shifts, Instant now) {
        return PromiseRow.of(
                shifts.stream()
                        .filter(it -> it.person != null && it.live())
                        .map(it -> new PromiseRow.Expected(
                                it.person.id, it.person.name, it.person.email, it.startsAt(), it.endsAt()))
                        .toList(),
                now);
    }

    /**
     * Which verbs of the shift are possible now.
     *
     * @param assign also once the shift is over
     */
    public record Possible(boolean assign, boolean reconfirm, boolean release, boolean markAbsent) {}
}
