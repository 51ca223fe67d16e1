/** The pages of a manager on one request: create, check, edit, answer, cancel. */
package ca.releve.replacement.manager;
