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
 */
public record PromiseRow(String name, boolean mail, boolean call) {

    /** The substitutes on some shifts, each once. */
    public static List<PromiseRow> of(List<Expected> shifts, Instant now) {
        Map<UUID, PromiseRow> promises = new LinkedHashMap<>();
        for (Expected shift : shifts) {
            if (shift.endsAt.isAfter(now)) {
                boolean mail = !shift.email.isBlank();
                boolean call = Booking.isCalled(shift.email, shift.startsAt, now);
                promises.merge(
                        shift.substituteId,
                        new PromiseRow(shift.name, mail, call),
                        (one, other) -> new PromiseRow(one.name, one.mail, one.call || other.call));
            }
        }
        return new ArrayList<>(promises.values());
    }

    /** How, as the end of a message key. */
    public String how() {
        return mail && call ? "both" : mail ? "mail" : "call";
    }

    /** A substitute who is expected on a shift. */
    public record Expected(UUID substituteId, String name, String email, Instant startsAt, Instant endsAt) {}
}
