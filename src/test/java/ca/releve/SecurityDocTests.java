package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SecurityDoc.Requirement;
import ca.releve.web.settings.SecurityNumbers;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** {@code src/docs/security.md} is correct: its numbers are those of the portal, and it names the existing tests. */
class SecurityDocTests {

    private static final Path TEST_CLASSES = Path.of("target/test-classes");
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
    void noTestCoversARequirementThatDoesNotExist() throws IOException {
        Set<String> known =
                SecurityDoc.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        Set<String> unknown = tests().keySet().stream()
                .filter(id -> id.matches("(AUTH|WEB|ACC|ABU)-.*"))
                .filter(id -> !known.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    /** The tests by the requirements that they cover. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> classes = Files.walk(TEST_CLASSES)) {
            classes.map(file -> TEST_CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith("Tests.class"))
                    .map(name -> name.replace(".class", "").replace(File.separatorChar, '.'))
                    .forEach(name -> addAll(tests, ClassUtils.resolveClassName(name, null)));
        }
        return tests;
    }

    private static void addAll(Map<String, Set<String>> tests, Class<?> type) {
        Covers ofAll = type.getAnnotation(Covers.class);
        if (ofAll != null) {
            add(tests, ofAll, type.getSimpleName());
        }
        for (Method method : type.getDeclaredMethods()) {
            Covers covers = method.getAnnotation(Covers.class);
            if (covers != null) {
                add(tests, covers, type.getSimpleName() + "." + method.getName());
            }
        }
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
