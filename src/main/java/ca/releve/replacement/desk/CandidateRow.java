package ca.releve.replacement.desk;

import ca.releve.replacement.notice.PromiseRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A substitute who could be assigned to some shifts, with what speaks for and against it.
 *
 * @param email how the substitute is told, see {@link PromiseRow}; not shown
 * @param hasFunction whether the substitute has the job function of the request
 * @param busyFrom start of a booking at the time of one of the shifts; null if the substitute is free
 * @param loadMinutes booked time in the week of the first shift, without the shifts in question
 * @param knowsPlace whether the substitute was at the facility lately
 * @param booked the bookings around the shifts, at all clients, as {@link Workload} reads them; null for none
 */
public record CandidateRow(
        UUID id,
        String name,
        String email,
        boolean qualified,
        boolean hasFunction,
        Instant busyFrom,
        Instant busyUntil,
        int loadMinutes,
        boolean knowsPlace,
        String booked) {

    public boolean free() {
        return busyFrom == null;
    }

    /** How the substitute would be told of these shifts; null for nothing to tell, since they are over. */
    PromiseRow promise(List<DeskShiftRow> shifts, Instant now) {
        List<PromiseRow.Expected> expected = shifts.stream()
                .map(it -> new PromiseRow.Expected(id, name, email, it.startsAt(), it.endsAt()))
                .toList();
        return PromiseRow.of(expected, now).stream().findFirst().orElse(null);
    }
}
