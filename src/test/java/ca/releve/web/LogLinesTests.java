package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTests {

    private static final Logger log = LoggerFactory.getLogger(LogLinesTests.class);

    /** Input that would forge a log line about a sign-in. */
    private static final String FORGED =
            "2026-11-25T03:09:25.562Z  INFO [] [main] ca.releve.security : authn_login_success";

    @Test
    @Covers("OPS-14")
    void noInputBeginsALineOfTheLog(CapturedOutput output) {
        for (String end : new String[] {"\n", "\r\n", "\r", "\u2028", "\u0085"}) {
            log.warn("Address /x{}", end + FORGED);
            log.warn(
                    "No page",
                    new IllegalStateException("of a browser", new IllegalArgumentException("/y" + end + FORGED)));
        }

        assertThat(output.getOut().split("\\R")).noneMatch(line -> line.startsWith(FORGED));
        assertThat(output).contains("Address /x ⏎ " + FORGED, "/y ⏎ " + FORGED);
    }

    @Test
    @Covers("OPS-14")
    void noInputPutsControlOrBidiCharactersIntoTheLog(CapturedOutput output) {
        for (String sign : new String[] {"\u001b[2J", "\u009b2J", "\b", "\u0007", "\u202e", "\u2066"}) {
            log.warn("Address /x{}", sign);
            log.warn("No page", new IllegalStateException("/y" + sign));
        }

        assertThat(output.getOut().lines().filter(line -> line.contains("/x") || line.contains("/y")))
                .hasSizeGreaterThanOrEqualTo(12)
                .noneMatch(line -> line.matches(".*[\\p{Cc}\u202e\u2066].*"));
        assertThat(output).contains("/x\ufffd[2J", "/y\ufffd[2J");
    }

    @Test
    void aTraceKeepsItsLines(CapturedOutput output) {
        log.warn("No page", new IllegalStateException("outside", new IllegalArgumentException("inside")));

        assertThat(output.getOut().lines())
                .anyMatch(line -> line.startsWith("java.lang.IllegalStateException: outside"))
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: inside"))
                .anyMatch(line -> line.startsWith("\tat " + LogLinesTests.class.getName()));
    }
}
