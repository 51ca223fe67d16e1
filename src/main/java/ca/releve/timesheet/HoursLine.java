package ca.releve.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * A line of a time sheet as the lists show it, with the names around it.
 *
 * @param rank what it waits for, in the order of the staff's list
 */
public record HoursLine(
        UUID id,
        int version,
        TimeEntryStatus status,
        int rank,
        ZoneId zone,
        UUID requestId,
        String requestCode,
        String clientName,
        String facilityName,
        String functionFr,
        String functionEn,
        UUID substituteId,
        String substituteFirstName,
        String substituteLastName,
        boolean qualified,
        WorkTime planned,
        int plannedMinutes,
        WorkTime declared,
        Integer declaredMinutes,
        Boolean declaredMeal,
        String declaredNote,
        int adjustedMinutes,
        Boolean meal,
        String submittedBy,
        Instant submittedAt,
        String approvedBy,
        Instant approvedAt,
        String returnedReason,
        UUID correctionOf) {

    public String substituteName() {
        return substituteFirstName + " " + substituteLastName;
    }

    public String function(Locale locale) {
        return "en".equals(locale.getLanguage()) ? functionEn : functionFr;
    }

    /** The civil day it belongs to: the one on which the shift starts (TIM-03). */
    public LocalDate day() {
        return planned.startsAt().atZone(zone).toLocalDate();
    }

    /** Whether something was declared. */
    public boolean filled() {
        return declared != null;
    }

    /** Whether other times were declared than were planned. */
    public boolean different() {
        return filled() && !declared.equals(planned);
    }

    /** Declared less planned, in signed whole minutes. */
    public int difference() {
        return filled() ? declaredMinutes - plannedMinutes : 0;
    }

    /** Declared plus adjusted whole minutes; 0 until something was declared. */
    public int finalMinutes() {
        return filled() ? declaredMinutes + adjustedMinutes : 0;
    }

    /** The final hours as the page's script reads them: hundredths with a point, as in {@code 8.50}. */
    public String finalDecimal() {
        int hundredths = (finalMinutes() * 5 + 1) / 3;
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }

    public boolean fillable() {
        return status == TimeEntryStatus.TO_FILL || status == TimeEntryStatus.RETURNED;
    }

    /** Whether it waits for the manager: she may approve, adjust or return it. */
    public boolean waiting() {
        return status == TimeEntryStatus.SUBMITTED;
    }

    public boolean reopenable() {
        return status == TimeEntryStatus.APPROVED;
    }

    /** Whether it may be approved together with its sisters, since nothing about it asks for a second look. */
    public boolean plain() {
        return waiting() && !different() && adjustedMinutes == 0;
    }
}
