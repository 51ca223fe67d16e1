/** Retention periods, and the personal data of one person: what is kept, the export, the erasure. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "notification",
            "timesheet",
            "replacement",
            "substitute",
            "signin",
            "account",
            "client",
            "catalog",
            "history",
            "web",
            "format",
            "shared"
        })
package ca.releve.privacy;
