/** Who is who: accounts, members of the staff, their roles, tokens and sessions. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"client", "history", "web", "format", "shared"})
package ca.releve.account;
