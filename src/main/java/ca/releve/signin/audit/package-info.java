/** Security events and the page that lists them. */
package ca.releve.signin.audit;
