/** The service’s list of hours, and reopening approved ones. */
package ca.releve.timesheet.desk;
