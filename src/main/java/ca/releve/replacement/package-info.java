/** What a manager asks for, the shifts it is made of, who is sent to them, and how that changes with time. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Replacement",
        allowedDependencies = {"substitute", "account", "client", "catalog", "history", "web", "shared"})
package ca.releve.replacement;
