package ca.releve.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** A time entry with the names around it, as the lists and the pages of one entry show it. */
public record HoursRow(
        UUID id,
        int version,
        TimeEntryStatus status,
        ZoneId zone,
        Request request,
        Person substitute,
        EntryHours hours,
        Steps steps) {

    public HoursRow {
        steps = steps == null ? new Steps(null, null, null, null, null) : steps;
    }

    /** The replacement request of the shift. */
    public record Request(
            UUID id, String code, String clientName, String facilityName, String functionFr, String functionEn) {

        public String function(Locale locale) {
            return "en".equals(locale.getLanguage()) ? functionEn : functionFr;
        }
    }

    /** The substitute who worked the shift. */
    public record Person(UUID id, String firstName, String lastName, boolean qualified) {

        public String name() {
            return firstName + " " + lastName;
        }
    }

    /**
     * Who did what with the entry last.
     *
     * @param submittedBy null until something was declared
     * @param approvedBy null unless it is approved
     * @param returnedReason null unless it is returned
     */
    public record Steps(
            String submittedBy, Instant submittedAt, String approvedBy, Instant approvedAt, String returnedReason) {}

    /** The civil day on which the shift starts (TIM-03). */
    public LocalDate day() {
        return hours.planned().startsAt().atZone(zone).toLocalDate();
    }

    /** Whether a time starts on the day of the shift; hours of the night may be declared for the next one. */
    public boolean isOnItsDay(WorkTime time) {
        return time.startsAt().atZone(zone).toLocalDate().equals(day());
    }

    /** The final hours as the page's script reads them: hundredths with a point, as in {@code 8.50}. */
    public String finalDecimal() {
        // A minute is 5/3 of a hundredth of an hour; + 1 rounds to the nearest.
        int hundredths = (hours.finalMinutes() * 5 + 1) / 3;
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }

    /** Whether the hours can be declared. */
    public boolean isFillable() {
        return status.isFillable();
    }

    /** Whether a manager can approve, adjust or return it. */
    public boolean isWaiting() {
        return status == TimeEntryStatus.SUBMITTED;
    }

    public boolean isReopenable() {
        return status == TimeEntryStatus.APPROVED;
    }

    /** Whether it can be approved together with others, as nothing in it differs from the plan. */
    public boolean isPlain() {
        return isWaiting() && hours.isAsPlanned();
    }
}
