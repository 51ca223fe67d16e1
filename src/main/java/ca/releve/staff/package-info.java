/** The service’s staff and all accounts, as an administrator manages them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"signin", "account", "client", "history", "web", "format", "shared"})
package ca.releve.staff;
