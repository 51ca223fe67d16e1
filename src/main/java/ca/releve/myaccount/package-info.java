/** « Mon compte »: what users change in their own account. */
@org.springframework.modulith.ApplicationModule(
        displayName = "My account",
        allowedDependencies = {"signin", "account", "client", "history", "web", "format", "shared"})
package ca.releve.myaccount;
