/** « Mon compte »: what somebody changes in her own account. */
package ca.releve.account.self;
