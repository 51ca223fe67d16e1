/** Requests, the shifts they are made of, who is sent, and how that changes with time. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Replacement",
        allowedDependencies = {"substitute", "account", "client", "catalog", "history", "web", "format", "shared"})
package ca.releve.replacement;
