/** Forms: binding, problems shown with the fields, and the guard against a double submission. */
package ca.releve.web.form;
