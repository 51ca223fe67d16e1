/** What every room needs: an identity with a version, what counts as text, and the ways a rule says no. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package ca.releve.shared;
