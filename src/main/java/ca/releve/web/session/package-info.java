/** HTTP sessions in the database: their ids, their limits, and what happens when one has expired. */
package ca.releve.web.session;
