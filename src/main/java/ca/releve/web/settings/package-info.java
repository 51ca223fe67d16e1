/** Settings of a deployment and their checks at the start. */
package ca.releve.web.settings;
