/** What the service does about one request: look for somebody, ask, refuse, send somebody, and see it through. */
package ca.releve.replacement.dispatch;
