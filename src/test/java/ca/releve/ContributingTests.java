package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code CONTRIBUTING.md} is one page and names files that exist. */
class ContributingTests {

    private static final Path PAGE = Path.of("CONTRIBUTING.md");
    private static final int LINES_OF_A_PAGE = 100;
    private static final int STEPS_OF_A_REQUEST = 10;

    private static final Set<String> TOP_LEVEL = Set.of(
            ".ci",
            ".editorconfig",
            ".gitignore",
            ".mvn",
            "CONTRIBUTING.md",
            "README.md",
            "docker-compose.yml",
            "mvnw",
            "mvnw.cmd",
            "pom.xml",
            "src");

    /** Files of tools, which Git ignores. */
    private static final Pattern NOT_DELIVERED =
            Pattern.compile("\\.git|target|\\.releve-local|\\.idea|\\.vscode|.*\\.iml");

    private static final Pattern FILE =
            Pattern.compile("`(?:src/\\S+/)?([\\w./-]+\\.(?:java|html|properties|csv|md|sql))`|`(\\w+Tests)`");

    @Test
    void theTopLevelContainsOnlyTheListedFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("."))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !NOT_DELIVERED.matcher(name).matches()))
                    .containsExactlyInAnyOrderElementsOf(TOP_LEVEL);
        }
    }

    @Test
    void theFilesThatThePageNamesExist() throws IOException {
        List<String> paths = paths();
        List<String> named = FILE.matcher(Files.readString(PAGE))
                .results()
                .map(ContributingTests::file)
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(paths).as(file).anyMatch(path -> path.endsWith("/" + file)));
    }

    @Test
    void thePageIsShortAndTheHandlingOfARequestHasTenSteps() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<String> steps = lines.stream()
                .dropWhile(line -> !line.equals("## How a new request is handled"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.matches("\\d+\\. .*"))
                .toList();

        assertThat(lines).hasSizeLessThanOrEqualTo(LINES_OF_A_PAGE);
        assertThat(steps).isNotEmpty().hasSizeLessThanOrEqualTo(STEPS_OF_A_REQUEST);
    }

    private static String file(MatchResult match) {
        return match.group(1) == null ? match.group(2) + ".java" : match.group(1);
    }

    private static List<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> "/" + file.toString().replace('\\', '/')).toList();
        }
    }
}
