/** The calendar of a week for a manager. */
package ca.releve.replacement.week;
