package ca.releve.testing;

import ca.releve.testing.Visitor.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Follows every link and collects every form. Pages of one shape, which differ only in ids and parameter values, are visited only
 * a few times.
 */
public final class Crawl {

    public static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern NOT_A_PAGE = Pattern.compile("/(webjars|css|js|img)/.*|.*[?&]langue=.*");

    private final Visitor who;
    private final int perShape;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> shapes = new HashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private final Map<String, Set<String>> searches = new LinkedHashMap<>();

    private Crawl(Visitor who, int perShape) {
        this.who = who;
        this.perShape = perShape;
    }

    /**
     * @param from the first paths
     * @param perShape how many pages of one shape to visit at most
     */
    public static Crawl of(Visitor who, Collection<String> from, int perShape) {
        Crawl crawl = new Crawl(who, perShape);
        from.forEach(crawl::hear);
        while (!crawl.waiting.isEmpty()) {
            crawl.visit(crawl.waiting.poll());
        }
        return crawl;
    }

    /** The pages by their requested paths. */
    public Map<String, Page> pages() {
        return pages;
    }

    /** The POST forms of all pages. */
    public List<Form> forms() {
        return forms;
    }

    /** The GET forms: their paths and the names of their fields. */
    public Map<String, Set<String>> searches() {
        return searches;
    }

    private void visit(String path) {
        Page page = who.get(path);
        pages.put(path, page);
        page.location().ifPresent(this::hear);
        for (Element link : page.html().select("a[href^=/]")) {
            hear(link.attr("href"));
        }
        for (Element form : page.html().select("form")) {
            if (form.attr("method").equalsIgnoreCase("post")) {
                continue;
            }
            searches.computeIfAbsent(form.attr("action"), action -> new TreeSet<>())
                    .addAll(Visitor.held(form).keySet());
            hear(form.attr("action") + Visitor.query(Visitor.held(form)));
        }
        forms.addAll(forms(path, page));
    }

    /** The POST forms of this page. */
    public static List<Form> forms(String path, Page page) {
        List<Form> forms = new ArrayList<>();
        for (Element form : page.html().select("form[method=post]")) {
            Set<String> buttons = new TreeSet<>();
            for (Element button : form.select("button:not([type=button]), input[type=submit]")) {
                if (buttons.add(button.attr("formaction") + button.attr("name") + button.val())) {
                    forms.add(Form.of(path, page, form, button));
                }
            }
        }
        return forms;
    }

    private void hear(String heard) {
        String link = heard.split("#", 2)[0];
        if (NOT_A_PAGE.matcher(link).matches() || !seen.add(link)) {
            return;
        }
        if (shapes.merge(shape(link), 1, Integer::sum) <= perShape) {
            waiting.add(link);
        }
    }

    /** The path without its ids, and the names of its parameters. */
    static String shape(String link) {
        URI uri = URI.create(link.replace(" ", "%20"));
        String path = ID.matcher(uri.getPath()).replaceAll("{id}");
        return uri.getRawQuery() == null
                ? path
                : path + "?"
                        + java.util.Arrays.stream(uri.getRawQuery().split("&"))
                                .map(pair -> pair.split("=")[0])
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining("&"));
    }

    /**
     * A button of a POST form, with the fields of the form when the page was shown.
     *
     * @param page the page of the form
     * @param fields the fields that a browser would send
     * @param all the same with every checkbox checked and an option selected in every list
     */
    public record Form(
            String page,
            String action,
            String button,
            Map<String, List<String>> fields,
            Map<String, List<String>> all,
            Element element) {

        static Form of(String path, Page page, Element form, Element button) {
            Map<String, List<String>> fields = Visitor.held(form);
            Map<String, List<String>> all = Visitor.held(form);
            for (Element box : form.select("input[type=checkbox]")) {
                all.computeIfAbsent(box.attr("name"), name -> new ArrayList<>());
                if (!all.get(box.attr("name")).contains(box.val())) {
                    all.get(box.attr("name")).add(box.val());
                }
            }
            for (Element radio : form.select("input[type=radio]")) {
                all.computeIfAbsent(radio.attr("name"), name -> new ArrayList<>(List.of(radio.val())));
            }
            for (Element list : form.select("select")) {
                if (all.get(list.attr("name")).equals(List.of(""))) {
                    list.select("option").eachAttr("value").stream()
                            .filter(value -> !value.isEmpty())
                            .findFirst()
                            .ifPresent(value -> all.put(list.attr("name"), new ArrayList<>(List.of(value))));
                }
            }
            if (!button.attr("name").isEmpty()) {
                fields.put(button.attr("name"), List.of(button.val()));
                all.put(button.attr("name"), List.of(button.val()));
            }
            String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
            return new Form(path, action.isEmpty() ? path : action, button.text(), fields, all, form);
        }

        /** Identifies the form independently of its values. */
        public String shape() {
            return Crawl.shape(action) + " " + new TreeSet<>(fields.keySet());
        }

        @Override
        public String toString() {
            return "« " + button + " » on " + page + " to " + action;
        }
    }
}
