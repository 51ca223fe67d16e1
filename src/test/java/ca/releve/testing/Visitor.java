package ca.releve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An HTTP client like a browser without script: requests pages, submits forms with their values, stores cookies. Redirects are
 * followed by {@link #follow}, so that a test sees the answer to a form first.
 */
public class Visitor {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** Shared by all visitors: it stores no cookies, and a client for each visitor would need threads and a TLS context. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String origin;
    private final Map<String, String> cookies;
    private final Map<String, String> headers;
    private String address;
    private Page page;

    public Visitor(int port) {
        this(port, new LinkedHashMap<>(), new LinkedHashMap<>());
        from(anAddress());
    }

    private Visitor(int port, Map<String, String> cookies, Map<String, String> headers) {
        this.origin = "http://localhost:" + port;
        this.cookies = cookies;
        this.headers = headers;
    }

    /** The same browser for another instance of the portal. */
    public Visitor on(int port) {
        return new Visitor(port, cookies, headers).from(address);
    }

    /** An IP address that no other test uses; the tested portal reads it from the header of its trusted proxy. */
    public static String anAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    /** Uses this IP address from now on. */
    public Visitor from(String address) {
        this.address = address;
        return this;
    }

    public String address() {
        return address;
    }

    /** Sends this header with every request from now on. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** No longer sends this header. */
    public Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    public Page head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Posts these fields with the CSRF token of the last page. */
    public Page post(String path, Map<String, ?> fields) {
        Map<String, List<String>> body = new LinkedHashMap<>();
        Element token = page == null ? null : page.html().selectFirst("input[name=_csrf]");
        if (token != null) {
            body.put("_csrf", List.of(token.val()));
        }
        fields.forEach((name, value) -> body.put(name, asList(value)));
        return postRaw(path, body);
    }

    public Page postRaw(String path, Map<String, List<String>> body) {
        List<String> pairs = new ArrayList<>();
        body.forEach((name, values) -> values.forEach(value -> {
            Secrets.typed(name, value);
            pairs.add(encode(name) + "=" + encode(value));
        }));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** @param chunked whether the body is sent without a {@code Content-Length} */
    public Page postBody(String path, String type, String body, boolean chunked) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", type)
                .POST(
                        chunked
                                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))
                                : HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** Presses the button with this text on the last page, after filling in its form. */
    public Page press(String button, Map<String, ?> fields) {
        return press(page, button, fields);
    }

    public Page press(String button) {
        return press(button, Map.of());
    }

    /** Presses a button on an earlier page, as after going back. */
    public Page press(Page shown, String button, Map<String, ?> fields) {
        Element pressed = shown.html().select("form button").stream()
                .filter(it -> words(it).equals(button) || it.attr("aria-label").equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button « " + button + " » in\n"
                        + shown.html().body().text()));
        Element form = pressed.closest("form");
        Map<String, List<String>> body = held(form);
        if (!pressed.attr("name").isEmpty()) {
            body.put(pressed.attr("name"), List.of(pressed.val()));
        }
        fields.forEach((name, value) -> {
            assertThat(form.select("[name=" + name + "]"))
                    .as("field %s in the form of « %s »", name, button)
                    .isNotEmpty();
            body.put(name, asList(value));
        });
        String action = pressed.hasAttr("formaction") ? pressed.attr("formaction") : form.attr("action");
        return "post".equalsIgnoreCase(form.attr("method")) ? postRaw(action, body) : get(action + query(body));
    }

    /** Follows the link with this text. */
    public Page click(String link) {
        Element anchor = page.html().select("a[href]").stream()
                .filter(it -> words(it).equals(link))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No link « " + link + " » in\n" + page.html().body().text()));
        return get(anchor.attr("href"));
    }

    /** Follows the redirect of the last answer. */
    public Page follow() {
        return get(page.location().orElseThrow(() -> new AssertionError("No redirect but " + page)));
    }

    public Page page() {
        return page;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** The {@code Cookie} header. */
    public String cookies() {
        return String.join(
                "; ", cookies.entrySet().stream().map(Object::toString).toList());
    }

    public void forgetCookie(String name) {
        cookies.remove(name);
    }

    public void forgetCookies() {
        cookies.clear();
    }

    private static String words(Element element) {
        return element.text().replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }

    /** The fields of a form that a browser would send. */
    static Map<String, List<String>> held(Element form) {
        Map<String, List<String>> held = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            boolean tick = field.attr("type").matches("checkbox|radio");
            if (tick && !field.hasAttr("checked") || field.hasAttr("disabled")) {
                continue;
            }
            String value = field.normalName().equals("select")
                    ? Optional.ofNullable(field.selectFirst("option[selected]"))
                            .or(() -> Optional.ofNullable(field.selectFirst("option")))
                            .map(Element::val)
                            .orElse("")
                    : field.normalName().equals("textarea")
                            ? field.wholeText()
                            : tick && !field.hasAttr("value") ? "on" : field.val();
            held.computeIfAbsent(field.attr("name"), name -> new ArrayList<>()).add(value);
        }
        return held;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path));
        if (!headers.containsKey("Accept")) {
            request.header("Accept", "text/html");
        }
        request.header("X-Forwarded-For", address);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            page = new Page(answer.statusCode(), answer.headers(), answer.body());
            return page;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
            Secrets.cookie(name, value);
        }
    }

    static String query(Map<String, List<String>> body) {
        List<String> pairs = new ArrayList<>();
        body.forEach((name, values) -> values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static List<String> asList(Object value) {
        return value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer. */
    public static class Page {

        private final int status;
        private final HttpHeaders headers;
        private final String body;
        private volatile Document html;

        Page(int status, HttpHeaders headers, String body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** An answer as it came over the line. */
        public static Page parse(String answer) {
            String[] parts = answer.split("\r\n\r\n", 2);
            List<String> lines = parts[0].lines().toList();
            Map<String, List<String>> headers = new LinkedHashMap<>();
            lines.stream().skip(1).map(line -> line.split(": ?", 2)).forEach(header -> headers.computeIfAbsent(
                            header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header[1]));
            return new Page(
                    Integer.parseInt(lines.get(0).split(" ")[1]),
                    HttpHeaders.of(headers, (name, value) -> true),
                    parts.length == 1 ? "" : parts[1]);
        }

        public int status() {
            return status;
        }

        /** Parsed on first use. */
        public Document html() {
            if (html == null) {
                html = Jsoup.parse(body);
            }
            return html;
        }

        public String body() {
            return body;
        }

        /** The text of the main part of the page, with plain spaces. */
        public String text() {
            Element main = html().selectFirst("main");
            return words(main == null ? html().body() : main);
        }

        public String title() {
            return html().title().replace('\u00a0', ' ');
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public List<String> headers(String name) {
            return headers.allValues(name);
        }

        public Map<String, List<String>> headers() {
            return headers.map();
        }

        public Optional<String> location() {
            return header("location");
        }

        /** The texts of the error summary, in order. */
        public List<String> problems() {
            return html().select("[data-problems] a").eachText().stream()
                    .map(it -> it.replace('\u00a0', ' ').replace('\u202f', ' '))
                    .toList();
        }

        @Override
        public String toString() {
            return status + location().map(it -> " to " + it).orElse("") + "\n" + text();
        }
    }
}
