package ca.releve.web;

import java.io.Serial;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The portal does not start with such a setting; whoever starts it reads one sentence that says which one, and why. */
public class SettingRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param sentence names the setting and what is wrong with it */
    public SettingRefused(String sentence) {
        super(sentence);
    }

    /** Turns the exception into that sentence on the console, instead of a page of stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<SettingRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, SettingRefused refusal) {
            return new FailureAnalysis(
                    refusal.getMessage(),
                    "Set it in the environment or on the command line, then start again.",
                    refusal);
        }
    }
}
