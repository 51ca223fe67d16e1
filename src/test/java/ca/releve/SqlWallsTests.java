package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * A statement of a module names only tables and entities of that module and of the modules that it may use. A table belongs to the
 * module whose migration creates it, an entity to the module of its class.
 */
class SqlWallsTests {

    private static final Path SOURCES = Path.of("src/main/java/ca/releve");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED =
            Pattern.compile("(?im)^create (?:unlogged )?(?:table|view) (?:if not exists )?(\\w+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:from|join|update|into|using)\\s+(?:\\(\\s*)?(?:only\\s+)?([a-z_]\\w*)");

    private final ApplicationModules modules = ApplicationModules.of(ReleveApplication.class);
    private final Map<String, String> owners = new HashMap<>();

    @Test
    void statementsNameOnlyTablesThatTheirModuleMayUse() throws IOException {
        readOwners();
        Set<String> crossings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String module = moduleOf(file);
                if (!module.equals("local")) {
                    crossings.addAll(crossingsOf(file, module));
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @Test
    void aStatementOnATableOfAnotherModuleIsReported() throws IOException {
        readOwners();
        assertThat(crossings("client", "select 1 from client c join account a on true"))
                .containsExactly("account");
        assertThat(crossings("client", "select m from StaffMember m")).containsExactly("StaffMember");
        assertThat(crossings("notification", "select 1 from replacement_request"))
                .isEmpty();
    }

    private Set<String> crossingsOf(Path file, String module) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher texts = TEXT.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
        while (texts.find()) {
            String text = texts.group(1) == null ? texts.group(2) : texts.group(1);
            crossings(module, text).forEach(name -> found.add(file.getFileName() + " (" + module + "): " + name));
        }
        return found;
    }

    private Set<String> crossings(String module, String statement) {
        Set<String> allowed = allowed(module);
        Set<String> found = new TreeSet<>();
        Matcher named = NAMED.matcher(statement);
        while (named.find()) {
            String owner = owners.get(named.group(1));
            if (owner != null && !allowed.contains(owner)) {
                found.add(named.group(1));
            }
        }
        return found;
    }

    /** The module itself and those that its {@code package-info} declares. */
    private Set<String> allowed(String module) {
        Set<String> allowed = new HashSet<>(Set.of(module, "database"));
        modules.getModuleByName(module)
                .map(it -> it.getBasePackage()
                        .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                        .orElseThrow())
                .map(it -> List.of(it.allowedDependencies()))
                .orElse(List.of())
                .forEach(it -> allowed.add(it.replaceAll("\\s*::.*", "")));
        return allowed;
    }

    private void readOwners() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                String module = file.getFileName().toString().replaceAll("V\\d+__(\\w+)\\.sql", "$1");
                Matcher created = CREATED.matcher(Files.readString(file));
                while (created.find()) {
                    owners.put(created.group(1), module);
                }
            }
        }
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("@" + Entity.class.getSimpleName() + "\n")) {
                    owners.put(file.getFileName().toString().replace(".java", ""), moduleOf(file));
                }
            }
        }
        assertThat(owners).containsEntry("account", "account").containsEntry("TimeEntry", "timesheet");
    }

    private static String moduleOf(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }
}
