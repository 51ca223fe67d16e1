/** Who did what, when and why: entries that are only ever added, readable in plain words. */
@org.springframework.modulith.ApplicationModule(
        displayName = "History",
        allowedDependencies = {"web", "shared"})
package ca.releve.history;
