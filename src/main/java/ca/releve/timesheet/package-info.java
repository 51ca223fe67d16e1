/** The hours: what was declared for each worked shift, what a manager adjusted, and what she approved. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Timesheet",
        allowedDependencies = {"replacement", "substitute", "account", "client", "catalog", "history", "web", "shared"})
package ca.releve.timesheet;
