package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.ShiftStatus;
import ca.releve.timesheet.TimeEntryStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** No template contains text outside the bundles, unescaped text, or inline script and style, which the CSP forbids. */
class TemplatesTests {

    private static final Map<Path, String> TEMPLATES = read();

    /** Words that are the same in every language, or name a language in itself. */
    private static final Set<String> SAID_AS_THEY_ARE = Set.of("Relève", "EN", "FR", "English", "Français");

    private static final Pattern EXPRESSIONS = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Set<String> READ_ATTRIBUTES =
            Set.of("placeholder", "title", "aria-label", "alt", "data-label");

    @Test
    void linesHaveAtMost160CharactersAndFilesAtMost150Lines() {
        assertThat(lines(line -> line.length() > 160)).isEmpty();
        assertThat(TEMPLATES)
                .allSatisfy((file, text) ->
                        assertThat(text.lines()).as(file.toString()).hasSizeLessThanOrEqualTo(150));
    }

    @Test
    void everyWordComesFromTheBundles() {
        assertThat(violations(document -> {
                    List<String> bare = new ArrayList<>();
                    for (Element element : document.getAllElements()) {
                        String own = EXPRESSIONS
                                .matcher(element.ownText())
                                .replaceAll("")
                                .strip();
                        if (LETTERS.matcher(own).find() && !SAID_AS_THEY_ARE.contains(own) && !isReplaced(element)) {
                            bare.add("<" + element.tagName() + "> " + own);
                        }
                        for (Attribute attribute : element.attributes()) {
                            if (READ_ATTRIBUTES.contains(attribute.getKey())
                                    && LETTERS.matcher(attribute.getValue()).find()) {
                                bare.add(attribute.toString());
                            }
                        }
                    }
                    return bare;
                }))
                .isEmpty();
    }

    @Test
    void nothingIsWrittenUnescaped() {
        assertThat(lines(line -> line.contains("th:utext") || line.contains("[(") || line.contains("th:inline")))
                .isEmpty();
    }

    @Test
    void onlyFormFragmentsPreprocess() {
        assertThat(lines(line -> line.contains("__$")).stream()
                        .filter(line -> !line.startsWith("fragments/forms.html"))
                        .toList())
                .isEmpty();
    }

    @Test
    void templatesHaveNoInlineScriptOrStyle() {
        Pattern inline = Pattern.compile("\\sstyle=|th:style=|\\son[a-z]+=|hx-on|<style|<script(?![^>]*src=)");
        assertThat(lines(line -> inline.matcher(line).find())).isEmpty();
    }

    /** Thymeleaf replaces an element before it evaluates its condition. */
    @Test
    void noConditionIsIgnoredBecauseOfAReplacement() {
        assertThat(violations(document -> document.getAllElements().stream()
                        .filter(it -> it.hasAttr("th:replace") || it.hasAttr("th:insert"))
                        .filter(it -> it.hasAttr("th:if") || it.hasAttr("th:unless") || it.hasAttr("th:each"))
                        .map(Element::toString)
                        .toList()))
                .isEmpty();
    }

    @Test
    void everyIconIsDrawn() throws IOException {
        String drawings = Files.readString(Path.of("src/main/resources/static/css/icons.css"));
        assertThat(violations(document -> document.select("[class*=icon-]").stream()
                        .flatMap(element -> element.classNames().stream())
                        .filter(name -> name.startsWith("icon-") && !name.equals("icon-done"))
                        .filter(name -> !Pattern.compile("\\." + name + "[ ,]")
                                .matcher(drawings)
                                .find())
                        .toList()))
                .isEmpty();
        assertThat(Stream.of(
                                List.of("request", RequestStatus.values()),
                                List.of("shift", ShiftStatus.values()),
                                List.of("entry", TimeEntryStatus.values()))
                        .flatMap(it ->
                                Stream.of((Object[]) it.get(1)).map(status -> ".status-" + it.get(0) + "-" + status)))
                .allSatisfy(name -> assertThat(drawings).containsPattern("\\" + name + "[ ,]"));
    }

    @Test
    void formsTurnOffTheValidationOfTheBrowser() {
        Pattern judged = Pattern.compile("\\srequired(?=[\\s>])|type=\"(number|date|time)\"|\\spattern=\"");
        assertThat(lines(line -> judged.matcher(line).find())).isEmpty();
        assertThat(violations(document -> document.select("form[method=post].form:not([novalidate])").stream()
                        .map(form -> form.attr("th:action"))
                        .toList()))
                .isEmpty();
    }

    private static boolean isReplaced(Element element) {
        return element.hasAttr("th:text")
                || element.parents().stream().anyMatch(parent -> parent.hasAttr("th:text"))
                || element.hasAttr("th:errors")
                || element.hasAttr("th:insert")
                || element.hasAttr("th:replace") && !element.attr("th:replace").contains("layout");
    }

    private static List<String> violations(java.util.function.Function<Document, List<String>> find) {
        List<String> all = new ArrayList<>();
        TEMPLATES.forEach((file, text) -> find.apply(Jsoup.parse(withoutComments(text), "", Parser.xmlParser()))
                .forEach(it -> all.add(file + ": " + it)));
        return all;
    }

    private static List<String> lines(Predicate<String> wrong) {
        List<String> all = new ArrayList<>();
        TEMPLATES.forEach((file, text) ->
                withoutComments(text).lines().filter(wrong).forEach(line -> all.add(file + ": " + line.strip())));
        return all;
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)<!--.*?-->", "");
    }

    private static Map<Path, String> read() {
        Path folder = Path.of("src/main/resources/templates");
        Map<Path, String> templates = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
                templates.put(folder.relativize(file), Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return templates;
    }
}
