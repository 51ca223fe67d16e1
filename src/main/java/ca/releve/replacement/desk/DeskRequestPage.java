package ca.releve.replacement.desk;

import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.Wish;
import ca.releve.replacement.notice.NoticeRow;
import ca.releve.shared.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request on the pages of the staff, in the user's language.
 *
 * @param decision null where nobody decided anything
 */
public record DeskRequestPage(
        UUID id,
        int version,
        String code,
        RequestStatus status,
        Place place,
        Need need,
        Sender sender,
        Decision decision,
        Schedule schedule,
        Possible possible) {

    /** The shifts in the order of their start. */
    public List<DeskShiftRow> shifts() {
        return schedule.shifts;
    }

    /** The shifts that need a substitute. */
    public List<DeskShiftRow> open() {
        return shifts().stream().filter(DeskShiftRow::open).toList();
    }

    /** @throws NotFound if none of the shifts has the id */
    DeskShiftRow shift(UUID shiftId) {
        return shifts().stream()
                .filter(it -> it.id().equals(shiftId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @param instructions for a substitute who comes for the first time; may be empty */
    public record Place(
            UUID clientId,
            String client,
            UUID facilityId,
            String facility,
            String street,
            String city,
            String postalCode,
            String phone,
            String instructions) {}

    /** @param qualified whether only a qualified substitute suits */
    public record Need(
            UUID jobFunctionId,
            String jobFunction,
            String ageGroup,
            String taskType,
            boolean qualified,
            String notes,
            Wish wish) {}

    /**
     * The user who asks.
     *
     * @param phone the manager's present number; null if it was not a manager
     * @param email the manager's present address; null if it was not a manager
     * @param submittedAt null for a draft
     */
    public record Sender(String name, String phone, String email, Instant submittedAt) {}

    /** @param reason what the staff asked, why they declined, or why the request was cancelled */
    public record Decision(String reason, String by, Instant at) {}

    /**
     * The shifts.
     *
     * @param shiftCount shifts that are not cancelled
     * @param filledCount those of them that have a substitute
     * @param notices what the substitutes were told, the newest first
     */
    public record Schedule(int filledCount, int shiftCount, List<DeskShiftRow> shifts, List<NoticeRow> notices) {

        /** Paid time of the shifts that are not cancelled. */
        public int plannedMinutes() {
            return DeskShiftRow.paidMinutes(
                    shifts.stream().filter(DeskShiftRow::live).toList());
        }
    }

    /** Which verbs of the request are possible now. */
    public record Possible(boolean take, boolean ask, boolean decline, boolean cancel) {}
}
