/** What a user finds again after a sign-in: the requested page and the form that was sent too late. */
package ca.releve.web.resume;
