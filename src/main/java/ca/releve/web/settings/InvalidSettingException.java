package ca.releve.web.settings;

import java.io.Serial;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting with which the portal does not start; its message is printed on the console. */
public class InvalidSettingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param sentence names the setting and what is wrong with it */
    public InvalidSettingException(String sentence) {
        super(sentence);
    }

    /** Prints the message instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<InvalidSettingException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidSettingException refusal) {
            return new FailureAnalysis(
                    refusal.getMessage(),
                    "Set it in the environment or on the command line, then start again.",
                    refusal);
        }
    }
}
