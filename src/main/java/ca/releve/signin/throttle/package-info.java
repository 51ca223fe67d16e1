/** Limits on attempts: passwords, mails and links. */
package ca.releve.signin.throttle;
