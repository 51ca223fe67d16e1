package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the portal stands in both bundles, and the French is set as French is set in Québec. */
class MessagesTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Properties FRENCH = load("messages.properties");
    private static final Properties ENGLISH = load("messages_en.properties");

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9][\\w.-]*)");
    private static final Pattern IN_ANNOTATION = Pattern.compile("message\\s*=\\s*\"\\{([\\w.-]+)}\"");
    private static final Pattern RULE = Pattern.compile("\"(rule\\.[\\w.-]+[\\w])\"");
    private static final Pattern RAISED_CONSTRAINT =
            Pattern.compile("(?:constraint\\s+(\\w+)\\s+(?:unique|exclude)|create unique index (\\w+))");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(ENGLISH.stringPropertyNames())).isEqualTo(new TreeSet<>(FRENCH.stringPropertyNames()));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String bundle : List.of("messages.properties", "messages_en.properties")) {
            List<String> keys = Files.readAllLines(Path.of("src/main/resources", bundle)).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(bundle).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyMessageOfATemplateExists() {
        assertThat(missing(TEMPLATES, ".html", IN_TEMPLATE)).isEmpty();
    }

    @Test
    void everyMessageOfAConstraintAnnotationExists() {
        assertThat(missing(SOURCES, ".java", IN_ANNOTATION)).isEmpty();
    }

    @Test
    void everyRuleThatRefusesHasASentence() {
        assertThat(missing(SOURCES, ".java", RULE)).isEmpty();
    }

    @Test
    void everyConstraintThatTwoPeopleCanBreakHasASentence() {
        Set<String> missing = new TreeSet<>();
        texts(MIGRATIONS, ".sql").forEach(sql -> {
            Matcher found = RAISED_CONSTRAINT.matcher(sql);
            while (found.find()) {
                String name = found.group(1) == null ? found.group(2) : found.group(1);
                boolean forKeys = name.endsWith("_of_client") || name.equals("shift_times");
                boolean internal = name.startsWith("spring_session") || name.startsWith("account_token");
                if (!forKeys && !internal && !FRENCH.containsKey("constraint." + name)) {
                    missing.add(name);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    /** What no code says any more stays behind, since both bundles are merged line by line. */
    @Test
    void everySentenceOfARuleOrAConstraintIsSomebodys() {
        String java = String.join("", texts(SOURCES, ".java"));
        String sql = String.join("", texts(MIGRATIONS, ".sql"));

        assertThat(FRENCH.stringPropertyNames())
                .filteredOn(key -> key.startsWith("rule."))
                .isNotEmpty()
                .allMatch(key -> java.contains('"' + key + '"'));
        assertThat(FRENCH.stringPropertyNames())
                .filteredOn(key -> key.startsWith("constraint."))
                .isNotEmpty()
                .allMatch(key -> sql.contains(key.substring("constraint.".length())));
    }

    @Test
    void everyMessageWithFactsIsAValidFormat() {
        for (Properties bundle : List.of(FRENCH, ENGLISH)) {
            bundle.stringPropertyNames().stream()
                    .filter(key -> bundle.getProperty(key).contains("{"))
                    .forEach(key -> assertThat(new MessageFormat(bundle.getProperty(key), Locale.CANADA_FRENCH))
                            .as(key)
                            .isNotNull());
        }
    }

    @Test
    void noWordUsesTheTypewritersApostrophe() {
        for (Properties bundle : List.of(FRENCH, ENGLISH)) {
            assertThat(keysWhose(bundle, text -> text.contains("'"))).isEmpty();
        }
    }

    @Test
    void frenchKeepsItsColonsAndQuotationMarksTogetherWithTheirWords() {
        Pattern loose = Pattern.compile("[^\\u00a0\\d/a-z] ?:(?!/)|[^\\u00a0]»|«[^\\u00a0]| :|« | »");
        assertThat(keysWhose(FRENCH, text -> loose.matcher(text.replaceAll("https?:", ""))
                        .find()))
                .isEmpty();
        assertThat(keysWhose(FRENCH, text -> Pattern.compile("\\p{L} ?:(\\s|$)")
                        .matcher(text)
                        .find()))
                .isEmpty();
    }

    @Test
    void frenchKeepsItsNumbersTogetherWithWhatTheyCount() {
        Pattern loose =
                Pattern.compile("[\\d}] (?:h|min|%|\\$|\\d{3})\\b|\\bh \\d|n° |(?<![\\d-])[1-9]\\d{3}(?![\\d-])");
        assertThat(keysWhose(FRENCH, text -> loose.matcher(text).find())).isEmpty();
    }

    @Test
    void frenchSaysHoursAsQuebecDoes() {
        Pattern english = Pattern.compile("\\b\\d{1,2} ?(am|pm|a\\.m\\.|p\\.m\\.)\\b");
        assertThat(keysWhose(FRENCH, text -> english.matcher(text).find())).isEmpty();
    }

    private static List<String> keysWhose(Properties bundle, java.util.function.Predicate<String> isWrong) {
        return bundle.stringPropertyNames().stream()
                .filter(key -> isWrong.test(bundle.getProperty(key)))
                .map(key -> key + "=" + bundle.getProperty(key))
                .sorted()
                .toList();
    }

    private static Set<String> missing(Path folder, String ending, Pattern pattern) {
        Set<String> missing = new TreeSet<>();
        texts(folder, ending).forEach(text -> {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                String key = found.group(1);
                if (!key.endsWith(".") && !FRENCH.containsKey(key)) {
                    missing.add(key);
                }
            }
        });
        return missing;
    }

    private static List<String> texts(Path folder, String ending) {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", bundle), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }
}
