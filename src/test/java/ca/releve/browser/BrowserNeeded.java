package ca.releve.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Enables browser tests if there is a Chromium. */
class BrowserNeeded implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browsers.isThere()) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI=true, and there is no Chromium: install one or set RELEVE_CHROMIUM");
        }
        System.err.println("""

                ################################################################
                ##  NO CHROMIUM FOUND: BROWSER TESTS ARE SKIPPED.             ##
                ##  Install Chromium, or set RELEVE_CHROMIUM to its path.     ##
                ################################################################
                """);
        return ConditionEvaluationResult.disabled("No Chromium found");
    }
}
