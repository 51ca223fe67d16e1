package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SecurityDoc.Requirement;
import ca.releve.web.SecurityNumbers;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code src/docs/security.md} tells the truth: its numbers are the portal's, and what it calls tested is tested. */
class SecurityDocTests {

    private static final Path REPORT = Path.of("target/security-requirements.md");

    @Test
    void theNumbersOfTheDocumentAreThoseOfThePortal() throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field number : SecurityNumbers.class.getFields()) {
            if (Modifier.isStatic(number.getModifiers())) {
                names.add(number.getName());
                Object promised = number.getType() == Duration.class
                        ? SecurityDoc.duration(number.getName())
                        : SecurityDoc.number(number.getName());
                assertThat(promised).as(number.getName()).isEqualTo(number.get(null));
            }
        }
        assertThat(SecurityDoc.numbers().keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void theDocumentNamesTheTestsOfEveryRequirementOrWhyThereIsNone() throws IOException {
        Map<String, Set<String>> tests = tests();
        List<Requirement> requirements = SecurityDoc.requirements();
        Files.writeString(REPORT, report(requirements, tests));

        assertThat(requirements.stream()
                        .filter(Requirement::isTested)
                        .filter(it -> !it.state().equals(classes(tests.get(it.id()))))
                        .map(it -> it.id() + " | " + classes(tests.get(it.id()))))
                .as("what the document should say, as the tests are; a requirement without a test stands bare")
                .isEmpty();
        assertThat(requirements.stream()
                        .filter(it -> tests.get(it.id()) == null)
                        .filter(it -> it.isTested() || it.priority() == 1)
                        .map(Requirement::id))
                .as("without a test, and not left out for a reason that may wait")
                .isEmpty();
        assertThat(requirements.stream()
                        .filter(it -> !it.isTested() && tests.containsKey(it.id()))
                        .map(Requirement::id))
                .as("called out, with a test")
                .isEmpty();
    }

    @Test
    void noTestCoversARequirementThatDoesNotExist() {
        Set<String> known =
                SecurityDoc.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        Set<String> unknown = tests().keySet().stream()
                .filter(id -> id.matches("(AUTH|WEB|ACC|ABU)-.*"))
                .filter(id -> !known.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    private static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("ca.releve")) {
            type.tryGetAnnotationOfType(Covers.class).ifPresent(covers -> add(tests, covers, type.getSimpleName()));
            type.getMethods().forEach(method -> method.tryGetAnnotationOfType(Covers.class)
                    .ifPresent(covers -> add(tests, covers, type.getSimpleName() + "." + method.getName())));
        }
        return tests;
    }

    private static void add(Map<String, Set<String>> tests, Covers covers, String test) {
        Arrays.stream(covers.value())
                .forEach(id -> tests.computeIfAbsent(id, one -> new TreeSet<>()).add(test));
    }

    private static String classes(Set<String> methods) {
        return methods == null
                ? ""
                : methods.stream().map(it -> it.split("\\.")[0]).distinct().collect(Collectors.joining(", "));
    }

    private static String report(List<Requirement> requirements, Map<String, Set<String>> tests) {
        StringBuilder report = new StringBuilder("# Requirements and their tests\n");
        requirements.forEach(it -> report.append("\n- %s (priority %d): %s"
                .formatted(
                        it.id(),
                        it.priority(),
                        tests.containsKey(it.id())
                                ? String.join(", ", tests.get(it.id()))
                                : "NO TEST, " + it.state())));
        return report.append('\n').toString();
    }
}
