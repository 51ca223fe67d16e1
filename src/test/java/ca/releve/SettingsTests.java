package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.FileSystemResource;

/** Every setting is read by the portal or a library: a name that an upgrade removed would be ignored silently. */
class SettingsTests {

    private static final String SETTINGS = "src/main/resources/application.yml";

    /** The names of the settings of the libraries, and whether each is a map with free keys. */
    private static final Map<String, Boolean> KNOWN = known();

    @ParameterizedTest
    @ValueSource(
            strings = {SETTINGS, "src/main/resources/application-local.yml", "src/test/resources/config/application.yml"
            })
    void everySettingOfAFileIsKnown(String file) {
        assertThat(names(file))
                .isNotEmpty()
                .filteredOn(name -> !name.startsWith("releve."))
                .allMatch(SettingsTests::isKnown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker-compose.yml",
                "src/main/docker/compose.production.yml",
                "README.md",
                "src/docs/operations.md"
            })
    void everyVariableOfADeploymentIsRead(String file) throws IOException {
        Set<String> read = new TreeSet<>();
        KNOWN.keySet().forEach(name -> read.add(variable(name.replace("-", ""))));
        ours().forEach(name -> read.add(variable(name)));
        found("\\$\\{(RELEVE_[A-Z_]+):", Files.readString(Path.of(SETTINGS))).forEach(read::add);
        found("\\\\getenv \\w+ (RELEVE_[A-Z_]+)", Files.readString(Path.of("src/main/docker/database.sql")))
                .forEach(read::add);
        // Used by the browser tests.
        read.add("RELEVE_CHROMIUM");

        assertThat(found("\\b((?:SPRING|RELEVE|SERVER|MANAGEMENT)_[A-Z_]+)", Files.readString(Path.of(file))))
                .isNotEmpty()
                .isSubsetOf(read);
    }

    @Test
    void everySettingOfOursIsRead() {
        Set<String> read = ours();
        assertThat(names(SETTINGS))
                .filteredOn(name -> name.startsWith("releve."))
                .allMatch(name -> read.contains(name) || read.contains(name.substring(0, name.lastIndexOf('.'))));
    }

    /** The settings that the portal's code reads. */
    private static Set<String> ours() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                names.addAll(found("(?:\"|\\$\\{)(releve\\.[a-z.-]+)[\":}]", Files.readString(file)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> found(String what, String text) {
        return Pattern.compile(what)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isKnown(String name) {
        return KNOWN.containsKey(name)
                || KNOWN.entrySet().stream().anyMatch(it -> it.getValue() && name.startsWith(it.getKey() + "."));
    }

    private static Set<String> names(String file) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(file));
        return new TreeSet<>(yaml.getObject().stringPropertyNames());
    }

    /** From the configuration metadata of the libraries, without removed settings. */
    private static Map<String, Boolean> known() {
        Map<String, Boolean> known = new TreeMap<>();
        Predicate<Map<?, ?>> gone =
                it -> it.get("deprecation") instanceof Map<?, ?> why && "error".equals(why.get("level"));
        JsonParser parser = JsonParserFactory.getJsonParser();
        try {
            for (URL description : Collections.list(
                    SettingsTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                String json = new String(description.openStream().readAllBytes(), StandardCharsets.UTF_8);
                for (Object property : (List<?>) parser.parseMap(json).get("properties")) {
                    Map<?, ?> it = (Map<?, ?>) property;
                    if (!gone.test(it)) {
                        String type = String.valueOf(it.get("type"));
                        known.put(
                                it.get("name").toString(),
                                type.startsWith("java.util.Map") || type.equals("java.util.Properties"));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return known;
    }
}
