/** Creating and confirming an account, and choosing a new password by a mailed link. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sign-up",
        allowedDependencies = {"signin", "account", "client", "history", "web", "format", "shared"})
package ca.releve.signup;
