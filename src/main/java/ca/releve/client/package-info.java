/** Clients, their facilities, and the managers whom the service knows. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Client",
        allowedDependencies = {"catalog", "history", "web", "format", "shared"})
package ca.releve.client;
