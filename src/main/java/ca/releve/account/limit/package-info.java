/** How often somebody may try a password, ask for a mail or follow a link. */
package ca.releve.account.limit;
