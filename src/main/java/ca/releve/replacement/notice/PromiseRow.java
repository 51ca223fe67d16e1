package ca.releve.replacement.notice;

import ca.releve.replacement.Booking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A substitute who will be told of a change, and how: what the page promises is what {@link NoticeWriter} does.
 *
 * @param mail whether a mail is queued
 * @param call whether a call is put on the desk
 * @param moving whether the times are about to be changed: to a start so soon that a call is put on the desk too
 */
public record PromiseRow(String name, boolean mail, boolean call, boolean moving) {

    /** The substitute of a shift whose new times are not known yet; empty for nobody. */
    public static List<PromiseRow> ofMoving(List<Expected> shifts, Instant now) {
        return of(shifts, now).stream()
                .map(it -> new PromiseRow(it.name, it.mail, it.call, true))
                .toList();
    }

    /** The substitutes on some shifts, each once. */
    public static List<PromiseRow> of(List<Expected> shifts, Instant now) {
        Map<UUID, PromiseRow> promises = new LinkedHashMap<>();
        for (Expected shift : shifts) {
            if (shift.endsAt.isAfter(now)) {
                boolean mail = !shift.email.isBlank();
                boolean call = Booking.isCalled(shift.email, shift.startsAt, now);
                promises.merge(
                        shift.substituteId,
                        new PromiseRow(shift.name, mail, call, false),
                        (one, other) -> new PromiseRow(one.name, one.mail, one.call || other.call, false));
            }
        }
        return new ArrayList<>(promises.values());
    }

    /** How, as the end of a message key. */
    public String how() {
        if (mail) {
            return call ? "both" : moving ? "mail-or-both" : "mail";
        }
        return "call";
    }

    /** A substitute who is expected on a shift. */
    public record Expected(UUID substituteId, String name, String email, Instant startsAt, Instant endsAt) {}
}
