/** The rules for passwords, and how they are hashed. */
package ca.releve.signin.password;
