/** Outgoing mail: what is told to whom, kept with the change that it tells of, and delivered afterwards. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"timesheet", "replacement", "account", "client", "history", "web", "shared"})
package ca.releve.notification;
