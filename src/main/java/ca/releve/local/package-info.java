/** Profile {@code local}: everything that a person with nothing but a JDK needs to try the portal. Not in the packaged jar. */
@org.springframework.modulith.ApplicationModule(displayName = "Local")
package ca.releve.local;
