/** Profile {@code local}: PostgreSQL, a mail server and demonstration data for a trial with only a JDK. Not in the packaged jar. */
@org.springframework.modulith.ApplicationModule(displayName = "Local")
package ca.releve.local;
