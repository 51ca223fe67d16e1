/** The ways in: the sign-in page and who may ask for which page. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sign-in",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"account", "client", "history", "web", "format", "shared"})
package ca.releve.signin;
