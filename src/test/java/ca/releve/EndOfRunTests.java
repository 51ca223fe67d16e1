package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.releve.testing.Covers;
import ca.releve.testing.EndOfFork;
import ca.releve.testing.Fork;
import ca.releve.testing.HistoryMatrix;
import ca.releve.testing.Leaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Checks the findings that {@link EndOfFork} wrote in each fork. Surefire runs this class after the last fork has ended, for
 * every selection of tests.
 */
@Tag("end-of-run")
class EndOfRunTests {

    /** Keeps the logs and findings of this run, and deletes earlier ones. */
    @BeforeAll
    static void forgetEarlierRuns() throws IOException {
        try (Stream<Path> runs = Files.list(Fork.RUN.getParent())) {
            for (Path run : runs.filter(it -> !it.equals(Fork.RUN)).toList()) {
                FileSystemUtils.deleteRecursively(run);
            }
        }
    }

    @Test
    void everyForkWasCheckedAfterItsTests() throws IOException {
        assertThat(forks()).isNotEmpty().allSatisfy(fork -> assertThat(fork.resolve(EndOfFork.DONE))
                .as("whether the looks at the end came to their end")
                .exists());
    }

    /** A stolen dump gives no access (H12). */
    @Test
    @Covers({"AUTH-06", "AUTH-10"})
    void noDatabaseContainsASecretOfTheRun() throws IOException {
        assertThat(found(Leaks.IN_THE_DATABASE)).isEmpty();
    }

    @Test
    @Covers("OPS-14")
    void noLogContainsASecretOfTheRun() throws IOException {
        assertThat(found(Leaks.IN_THE_LOG)).isEmpty();
    }

    @Test
    @Covers("PRIV-01")
    void everySubmissionWroteWhatItsRowSays() throws IOException {
        assertThat(found(HistoryMatrix.WRONG)).isEmpty();
    }

    /** Only a run of all tests presses all buttons. */
    @Test
    @Covers("PRIV-01")
    void everyButtonWasPressedAndEveryKindOfSecretWasSearchedFor() throws IOException {
        assumeTrue(
                System.getProperty("test.lane").equals("quick"), "a part of the tests presses a part of the buttons");
        assertThat(found(HistoryMatrix.PRESSED))
                .as("buttons that a test presses with success")
                .containsAll(HistoryMatrix.read().writing());
        assertThat(found(Leaks.LOOKED_FOR).stream().map(line -> line.split(" ")[0]))
                .contains("PASSWORD", "SESSION", "DEVICE", "TOKEN", "MAIL");
    }

    /** The lines of the files of this name of all forks; a fork without such a check has no file. */
    private static List<String> found(String name) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path fork : forks()) {
            Path file = fork.resolve(name);
            if (Files.exists(file)) {
                found.addAll(Files.readAllLines(file));
            }
        }
        return found;
    }

    private static List<Path> forks() throws IOException {
        try (Stream<Path> forks = Files.list(Fork.RUN)) {
            return forks.filter(fork -> !fork.equals(Fork.DIRECTORY)).toList();
        }
    }
}
