package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.ApplicationModule;

/** Every text of the portal is in the two bundles of one module, and the French follows the typography of Québec. */
class MessagesTests {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Set<String> MODULES = modules();
    private static final Properties FRENCH = all("");
    private static final Properties ENGLISH = all("_en");

    private static final Map<String, String> SOURCES = sources();

    private static final Pattern QUOTED = Pattern.compile("\"\\{?([\\w.-]+)}?\"");
    private static final Pattern WRITTEN = Pattern.compile("\\w[\\w.-]*\\w");
    private static final Pattern WORD = Pattern.compile("\\w[\\w-]*");
    /** The prefix of a key that is built in code: {@code "role." + it} in Java, {@code |role.${it}|} in a template. */
    private static final Pattern MADE = Pattern.compile("[\"'](\\w[\\w.-]*\\.)[\"']|\\|(\\w[\\w.-]*\\.)\\$\\{");

    /** Names of constraints are compared with the migrations; the others are used by Spring and Jollyday. */
    private static final Pattern ASKED_BY_LIBRARIES = Pattern.compile("(constraint|typeMismatch|holiday)\\b");

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9][\\w.-]*)");
    private static final Pattern IN_ANNOTATION = Pattern.compile("message\\s*=\\s*\"\\{([\\w.-]+)}\"");
    private static final Pattern RULE = Pattern.compile("\"(rule\\.[\\w.-]+[\\w])\"");
    private static final Pattern RAISED_CONSTRAINT =
            Pattern.compile("(?:constraint\\s+(\\w+)\\s+(?:unique|exclude)|create unique index (\\w+))");

    /**
     * Keys that the code puts together from the name of an enum constant, an event, a kind of mail, a constraint, a filter
     * or a page. Such keys may have the same text; no template can use one key for two of them.
     */
    private static final Pattern PUT_TOGETHER = Pattern.compile("(constraint|history|mail|security)\\..+"
            + "|.+\\.[A-Z][A-Z_]+(\\..+)?|[a-z]+\\.filter\\..+|dispatch\\.[a-z-]+\\.(title|help|hint|submit)");

    /** French texts that stand under several keys with the same English text, by the reason why one key is not enough. */
    private static final Map<String, Set<String>> REPEATED = Map.of(
            "a label, and a status that is looked up by its name", Set.of("Confirmé", "Envoyé"),
            "a button, and the status that it leads to", Set.of("Non comblé"),
            "a label, and a fact of a security event, looked up by its name",
                    Set.of("Mot de passe", "Personne", "Pour", "Rôle", "État"),
            "a label, and a list or a choice of a filter that is looked up by its name",
                    Set.of("Fonctions", "Groupes d’âge", "Gestionnaires", "Personnel", "Tous", "Toutes"),
            "a link, and the page that it opens, whose texts are looked up by the action", Set.of("Annuler la demande"),
            "a notice, and the sentence of the history", Set.of("La demande est enregistrée comme brouillon."),
            "a rule of the entity, and the constraint that holds it in the database",
                    Set.of("Le final doit être entre 0 et 24 heures."),
            "a choice of a form, and the fact that the history stores by its key", Set.of("Toutes les installations"),
            "the times of a shift, and the section of the portal", Set.of("Heures"));

    @Test
    void noTextHasTwoKeysWithoutAReason() {
        Map<List<String>, List<String>> keysByText = new HashMap<>();
        FRENCH.stringPropertyNames().forEach(key -> keysByText
                .computeIfAbsent(List.of(FRENCH.getProperty(key), ENGLISH.getProperty(key)), text -> new ArrayList<>())
                .add(key));

        Map<String, List<String>> repeated = new TreeMap<>();
        keysByText.forEach((text, keys) -> {
            boolean allPutTogether =
                    keys.stream().allMatch(key -> PUT_TOGETHER.matcher(key).matches());
            if (keys.size() > 1 && !allPutTogether) {
                repeated.put(text.get(0), keys);
            }
        });
        assertThat(repeated)
                .containsOnlyKeys(
                        REPEATED.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void everyModuleHasTheSameKeysInBothLanguages() {
        assertThat(MODULES).contains("web", "replacement").allSatisfy(module -> assertThat(
                        new TreeSet<>(load(module + "_en").stringPropertyNames()))
                .as(module)
                .isEqualTo(new TreeSet<>(load(module).stringPropertyNames())));
    }

    @Test
    void everyBundleIsRead() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yml"));

        assertThat(settings.getObject().getProperty("spring.messages.basename").split(",\\s*"))
                .containsExactlyInAnyOrder(
                        MODULES.stream().map("messages/"::concat).toArray(String[]::new));
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        for (String language : List.of("", "_en")) {
            List<String> keys = new ArrayList<>();
            for (String module : MODULES) {
                Files.readAllLines(BUNDLES.resolve(module + language + ".properties")).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .forEach(keys::add);
            }
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    /** A module does not use messages of modules that it may not use. */
    @Test
    void everyModuleUsesItsOwnMessagesOrThoseOfTheModulesBelow() {
        Map<String, String> moduleOfKey = new HashMap<>();
        MODULES.forEach(module -> load(module).stringPropertyNames().forEach(key -> moduleOfKey.put(key, module)));

        List<String> violations = new ArrayList<>();
        SOURCES.forEach((file, text) -> {
            String module = moduleOf(file);
            Set<String> below = below(module);
            Matcher found = (file.endsWith(".java") ? QUOTED : IN_TEMPLATE).matcher(text);
            while (found.find()) {
                String owner = moduleOfKey.get(found.group(1));
                if (owner != null && !owner.equals(module) && !below.contains(owner)) {
                    violations.add(file + ": " + found.group(1) + " of " + owner);
                }
            }
        });
        assertThat(violations).isEmpty();
    }

    /**
     * A key is a literal in the code, or is built from a literal prefix and words that the code contains, such as the name of an
     * enum constant.
     */
    @Test
    void everyMessageIsUsed() {
        Set<String> written = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        Stream.of(DayOfWeek.values()).map(DayOfWeek::name).forEach(words::add);
        List<Pattern> made = new ArrayList<>();
        SOURCES.values().forEach(text -> {
            WRITTEN.matcher(text).results().map(MatchResult::group).forEach(written::add);
            WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
            MADE.matcher(text)
                    .results()
                    .map(it -> Pattern.quote(it.group(1) == null ? it.group(2) : it.group(1)) + "(.+)")
                    .map(Pattern::compile)
                    .forEach(made::add);
        });

        assertThat(FRENCH.stringPropertyNames())
                .filteredOn(key -> !ASKED_BY_LIBRARIES.matcher(key).lookingAt())
                .filteredOn(key -> !written.contains(key) && !written.contains(key.replaceAll("\\.(title|more)$", "")))
                .filteredOn(key -> made.stream()
                        .map(pattern -> pattern.matcher(key))
                        .filter(Matcher::matches)
                        .noneMatch(it -> Stream.of(it.group(1).split("\\."))
                                .allMatch(word -> words.contains(word) || word.matches("\\d+"))))
                .isEmpty();
    }

    @Test
    void everyMessageOfATemplateExists() {
        assertThat(missing(".html", IN_TEMPLATE)).isEmpty();
    }

    @Test
    void everyMessageOfAConstraintAnnotationExists() {
        assertThat(missing(".java", IN_ANNOTATION)).isEmpty();
    }

    @Test
    void everyRuleHasAMessage() {
        assertThat(missing(".java", RULE)).isEmpty();
    }

    @Test
    void everyConstraintThatUsersCanViolateHasAMessage() {
        Set<String> missing = new TreeSet<>();
        texts(MIGRATIONS, ".sql").values().forEach(sql -> {
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

    /** Unused messages can come back when branches with changed bundles are merged. */
    @Test
    void everyMessageOfARuleOrAConstraintIsUsed() {
        String java = String.join("", texts(CODE, ".java").values());
        String sql = String.join("", texts(MIGRATIONS, ".sql").values());

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
    void everyMessageWithArgumentsIsAValidFormat() {
        for (Properties bundle : List.of(FRENCH, ENGLISH)) {
            bundle.stringPropertyNames().stream()
                    .filter(key -> bundle.getProperty(key).contains("{"))
                    .forEach(key -> assertThat(new MessageFormat(bundle.getProperty(key), Locale.CANADA_FRENCH))
                            .as(key)
                            .isNotNull());
        }
    }

    @Test
    void messagesUseTheTypographicApostrophe() {
        for (Properties bundle : List.of(FRENCH, ENGLISH)) {
            assertThat(keysWhose(bundle, text -> text.contains("'"))).isEmpty();
        }
    }

    @Test
    void frenchHasNoBreakSpacesAtColonsAndQuotationMarks() {
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
    void frenchHasNoBreakSpacesBetweenNumbersAndUnits() {
        Pattern loose =
                Pattern.compile("[\\d}] (?:h|min|%|\\$|\\d{3})\\b|\\bh \\d|n° |(?<![\\d-])[1-9]\\d{3}(?![\\d-])");
        assertThat(keysWhose(FRENCH, text -> loose.matcher(text).find())).isEmpty();
    }

    @Test
    void frenchUsesTheTimeNotationOfQuebec() {
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

    private static Set<String> missing(String ending, Pattern pattern) {
        Set<String> missing = new TreeSet<>();
        SOURCES.forEach((file, text) -> {
            Matcher found = pattern.matcher(text);
            while (file.endsWith(ending) && found.find()) {
                String key = found.group(1);
                if (!key.endsWith(".") && !FRENCH.containsKey(key)) {
                    missing.add(key);
                }
            }
        });
        return missing;
    }

    /** The module of a source file or a template; the layout, the fragments and the error pages belong to {@code web}. */
    private static String moduleOf(String file) {
        String folder = file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
        if (file.equals("fragments/history.html")) {
            return "history";
        }
        return file.endsWith(".java") || MODULES.contains(folder) ? folder : "web";
    }

    private static Set<String> below(String module) {
        try {
            String[] allowed = Class.forName("ca.releve." + module + ".package-info")
                    .getAnnotation(ApplicationModule.class)
                    .allowedDependencies();
            return List.of(allowed).contains(ApplicationModule.OPEN_TOKEN) ? MODULES : Set.of(allowed);
        } catch (ClassNotFoundException noModule) {
            return Set.of();
        }
    }

    private static Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        texts(BUNDLES, ".properties").keySet().forEach(it -> modules.add(it.replaceAll("(_en)?\\.properties$", "")));
        return modules;
    }

    /** Java files and templates, by their path below the package {@code ca.releve} or the folder of the templates. */
    private static Map<String, String> sources() {
        Map<String, String> sources = texts(CODE.resolve("ca/releve"), ".java");
        sources.putAll(texts(TEMPLATES, ".html"));
        return sources;
    }

    private static Map<String, String> texts(Path folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    private static Properties all(String language) {
        Properties all = new Properties();
        MODULES.forEach(module -> all.putAll(load(module + language)));
        return all;
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties;
    }
}
