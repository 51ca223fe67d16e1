/** What every room needs: an identity with a version, and the ways a rule says no. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package ca.releve.shared;
