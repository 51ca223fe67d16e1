package ca.releve.timesheet;

/**
 * What is handed in for one worked shift.
 *
 * @param meal whether she ate the installation's meal
 * @param note what the manager should know; empty for nothing
 */
public record Declaration(WorkTime time, boolean meal, String note) {

    public Declaration {
        note = note == null ? "" : note.strip();
    }
}
