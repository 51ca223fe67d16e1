/** Lists: pages of rows and search by text. */
package ca.releve.web.list;
