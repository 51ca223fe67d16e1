package ca.releve.web.settings;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints one sentence instead of a stack trace when the database does not answer at the start. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        if (!DatabaseUnavailable.isAboutTheConnection(cause)) {
            return null;
        }
        return new FailureAnalysis(
                "The database cannot be used: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and …_PASSWORD, SPRING_FLYWAY_USER and …_PASSWORD, "
                        + "and that PostgreSQL 18 is running there.",
                failure);
    }
}
