/** What a password must be. */
package ca.releve.account.password;
