package ca.releve.replacement.notice;

import ca.releve.replacement.NoticeKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A call to make: one for all shifts of a change.
 *
 * @param id the first of the notices that the call closes
 * @param version its version
 * @param startsAt start of the first shift
 * @param endsAt end of the first shift
 * @param shifts how many shifts the call is about
 * @param cause the change that she is told of
 */
public record CallRow(
        UUID id,
        int version,
        NoticeKind kind,
        Person person,
        Request request,
        Instant startsAt,
        Instant endsAt,
        int shifts,
        Cause cause) {

    /** The substitute to call; without a phone number her page has to be looked at. */
    public record Person(UUID id, String name, String phone) {}

    /**
     * What it is about.
     *
     * @param phone of the facility; may be empty
     */
    public record Request(UUID id, String code, String client, String facility, String phone) {}

    /** Who made the change, and when. */
    public record Cause(String by, Instant at) {}

    /** Whether the client waits for her: the staff call both. */
    public boolean late() {
        return kind == NoticeKind.LATE;
    }
}
