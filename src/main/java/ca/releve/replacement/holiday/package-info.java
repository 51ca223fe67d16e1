/** The legal holidays, and which day around Easter is one. */
package ca.releve.replacement.holiday;
