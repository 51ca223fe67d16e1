/** The lists of requests: a manager’s and the staff’s. */
package ca.releve.replacement.list;
