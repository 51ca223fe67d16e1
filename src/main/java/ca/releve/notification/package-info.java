/** Mails: queued in the transaction that causes them, and delivered by a background task. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "timesheet",
            "replacement",
            "substitute",
            "catalog",
            "account",
            "client",
            "history",
            "web",
            "format",
            "shared"
        })
package ca.releve.notification;
