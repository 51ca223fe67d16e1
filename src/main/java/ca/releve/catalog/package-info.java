/** The lists that staff edit and managers choose from: functions, age groups, tasks. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"history", "web", "format", "shared"})
package ca.releve.catalog;
