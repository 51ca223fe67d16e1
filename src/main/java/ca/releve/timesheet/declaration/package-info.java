/** « Saisir les heures »: the staff declare the hours that substitutes report. */
package ca.releve.timesheet.declaration;
