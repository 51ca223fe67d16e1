/** What every page needs: layout data, error pages, forms, lists, sessions and settings. Knows nothing of the domain. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"format", "shared"})
package ca.releve.web;
