/** Passkeys: signing in with one, the second factor of the staff, and giving a factor again. */
package ca.releve.signin.passkey;
