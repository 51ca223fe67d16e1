/** Annotations that say who may call a handler. */
package ca.releve.web.access;
