/** The staff’s pages of one request: question, refusal, assignment, absence, cancellation. */
package ca.releve.replacement.desk;
