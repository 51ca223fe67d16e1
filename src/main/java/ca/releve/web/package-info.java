/** How pages speak with browsers: formats, problems of a form, errors, walls. Knows nothing of the business. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared"})
package ca.releve.web;
