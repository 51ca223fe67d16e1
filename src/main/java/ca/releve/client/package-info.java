/** The organisations that the service serves: clients, their installations, the managers that the service knows. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Client",
        allowedDependencies = {"catalog", "history", "web", "shared"})
package ca.releve.client;
