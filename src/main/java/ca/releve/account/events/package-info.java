/** What happened at the doors, for whoever keeps watch over them. */
package ca.releve.account.events;
