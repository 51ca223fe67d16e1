package ca.releve.replacement.manager;

import ca.releve.replacement.Need;
import ca.releve.replacement.RequestStatus;
import java.time.Instant;
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
     */
    public record Schedule(Instant firstStart, Instant lastEnd, int shiftCount, int filledCount) {}
}
