package ca.releve.replacement.manager;

import ca.releve.replacement.Need;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.notice.PromiseRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request on the pages of its manager, in the user's language.
 *
 * @param decision null where nobody decided anything
 */
public record RequestPage(
        UUID id,
        int version,
        String code,
        RequestStatus status,
        Place facility,
        Need need,
        Names names,
        Decision decision,
        Origin created,
        Schedule schedule) {

    /**
     * The facility that asks.
     *
     * @param instructions for a substitute who comes for the first time; may be empty
     */
    public record Place(UUID id, String name, String street, String city, String instructions) {}

    /** The names of what the need says by id. */
    public record Names(String jobFunction, String ageGroup, String taskType) {}

    /**
     * A decision of the staff or, for a cancellation, of the manager.
     *
     * @param reason what the staff asked, why they declined, or why the request was cancelled
     */
    public record Decision(String reason, Instant at, String by) {}

    /** @param submittedAt null for a draft */
    public record Origin(Instant at, String byName, Instant submittedAt) {}

    /**
     * The shifts in figures.
     *
     * @param firstStart null for a draft
     * @param lastEnd null for a draft
     * @param shiftCount shifts that are not cancelled
     * @param filledCount those of them that have a substitute
     * @param expected who is booked for which shift, as the statement writes it; null for nobody
     */
    public record Schedule(Instant firstStart, Instant lastEnd, int shiftCount, int filledCount, String expected) {

        /** A line for each booking: id, name and address of the substitute, start and end of the shift in seconds. */
        private List<PromiseRow.Expected> bookings() {
            return expected == null
                    ? List.of()
                    : expected.lines()
                            .map(line -> line.split("\t"))
                            .map(it -> new PromiseRow.Expected(
                                    UUID.fromString(it[0]), it[1], it[2], second(it[3]), second(it[4])))
                            .toList();
        }

        private static Instant second(String text) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
    }

    /**
     * How the substitutes who are expected are told of another need. Nobody is told of other notes, which is all that may change
     * once the request has begun.
     */
    List<PromiseRow> promises(Instant now) {
        return status == RequestStatus.IN_PROGRESS
                ? List.of()
                : PromiseRow.of(
                        schedule.bookings().stream()
                                .filter(it -> it.startsAt().isAfter(now))
                                .toList(),
                        now);
    }
}
