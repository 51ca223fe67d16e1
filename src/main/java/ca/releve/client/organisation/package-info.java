/** Pages of the staff about clients and their facilities. */
package ca.releve.client.organisation;
