/** A manager's pages of one request: writing it down, checking it again, changing it, answering, calling it off. */
package ca.releve.replacement.request;
