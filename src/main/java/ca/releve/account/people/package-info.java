/** The accounts and the service's staff, as an administratrice keeps them. */
package ca.releve.account.people;
