/** Declared hours of each worked shift, adjustments and approval. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Timesheet",
        allowedDependencies = {
            "replacement",
            "substitute",
            "account",
            "client",
            "catalog",
            "history",
            "web",
            "format",
            "shared"
        })
package ca.releve.timesheet;
