/** How somebody gets an account and confirms it, and a new password when the old one is forgotten. */
package ca.releve.account.signup;
