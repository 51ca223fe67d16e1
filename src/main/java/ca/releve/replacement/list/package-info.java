/** The lists of requests, a manager's and the service's: what narrows them, in which order they stand, page by page. */
package ca.releve.replacement.list;
