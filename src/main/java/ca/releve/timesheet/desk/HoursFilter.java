package ca.releve.timesheet.desk;

import ca.releve.timesheet.TimeEntryStatus;
import ca.releve.timesheet.Week;
import java.time.LocalDate;

/**
 * The filter of the staff's list of hours; its components are the parameters of the address.
 *
 * @param statut null for all
 * @param client name of a client or a part of it, or its id; null for all
 * @param semaine a day of the week to show; null for all weeks
 * @param remplacante part of the name of a substitute
 */
public record HoursFilter(TimeEntryStatus statut, String client, LocalDate semaine, String remplacante) {

    /** The week from Monday on; null for all weeks. */
    Week week() {
        return semaine == null ? null : Week.of(semaine);
    }
}
