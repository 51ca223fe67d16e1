/** Passkeys: signing in with one, the second factor of the staff, and showing anew that it is oneself. */
package ca.releve.account.passkey;
