/** Who may come in: accounts, how one gets one, and who is at the other end of a request. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"client", "history", "web", "shared"})
package ca.releve.account;
