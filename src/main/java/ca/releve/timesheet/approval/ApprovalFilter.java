package ca.releve.timesheet.approval;

import ca.releve.timesheet.Week;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListView;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The filter of « Approbation des heures »; its components are the parameters of the address.
 *
 * @param statut null for {@link Shown#TO_APPROVE}
 * @param semaine a day of the week to show; null for all weeks
 * @param lignes lines of a page: {@value #MANY}; null for {@link KeysetPage#SIZE}
 */
public record ApprovalFilter(Shown statut, UUID installation, LocalDate semaine, Integer lignes) {

    static final int MANY = 50;

    /** Which entries are listed, by what is left to do with them. */
    public enum Shown {
        /** Those that wait for the manager, the oldest first. */
        TO_APPROVE("e.status = 'SUBMITTED'"),
        /** Those that are approved, the newest first. */
        APPROVED("e.status in ('APPROVED', 'LOCKED')"),
        /** All, also those that are still to be filled in. */
        ALL("true");

        private final String condition;

        Shown(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    public ApprovalFilter {
        statut = statut == Shown.TO_APPROVE ? null : statut;
        lignes = lignes != null && lignes == MANY ? lignes : null;
    }

    int size() {
        return lignes == null ? KeysetPage.SIZE : lignes;
    }

    /** Whether entries are left out. */
    public boolean isNarrowed() {
        return statut != null || installation != null || semaine != null;
    }

    public Shown shown() {
        return statut == null ? Shown.TO_APPROVE : statut;
    }

    /** The week from Monday on; null for all weeks. */
    public Week week() {
        return semaine == null ? null : Week.of(semaine);
    }

    /** The address of the list for another week. */
    public String in(Week other) {
        ApprovalFilter moved = new ApprovalFilter(statut, installation, other.monday(), lignes);
        return ListView.of(ApprovalController.LIST, moved, ListPosition.START).address();
    }
}
