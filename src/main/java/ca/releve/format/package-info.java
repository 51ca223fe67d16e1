/** Parsing and formatting of dates, times, hours and names; conversion between local times and instants. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Format",
        allowedDependencies = {"shared"})
package ca.releve.format;
