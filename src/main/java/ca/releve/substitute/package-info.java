/** The people whom the service sends: what they may do, and their qualification. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Substitute",
        allowedDependencies = {"catalog", "history", "web", "shared"})
package ca.releve.substitute;
