/** Identity and version of an entity, what counts as text, and the exceptions by which a rule refuses. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package ca.releve.shared;
