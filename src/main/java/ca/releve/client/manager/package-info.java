/** Pages of the staff about the managers of a client. */
package ca.releve.client.manager;
