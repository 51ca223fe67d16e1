/** Who is told of a change, and the calls that the staff have to make. */
package ca.releve.replacement.notice;
