/** « Approbation des heures »: a manager approves, adjusts or returns hours. */
package ca.releve.timesheet.approval;
