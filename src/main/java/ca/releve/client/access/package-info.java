/** Requests for access by people whom the service does not know. */
package ca.releve.client.access;
