package ca.releve.web.resume;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import ca.releve.shared.Secret;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of a form that was sent after the end of its session, kept until the form is shown again (WEB-07). They include no
 * password, and are never sent again by themselves.
 *
 * @param place hash of the path of the form, which may hold the token of a mailed link
 * @param person id of the user for whom the form was rendered; null for a visitor
 * @param values by the names of the fields
 * @param version of the entity that the form changes, as it was rendered; null if the form has none
 * @param button whether the form has no fields: it is a button on a page with another path
 */
public record KeptFormValues(
        String place, String person, Map<String, List<String>> values, String version, Instant at, boolean button)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    static String placeOf(String path) {
        return Secret.hashText(path);
    }

    boolean isOf(String path) {
        return placeOf(path).equals(place);
    }

    /** @return the first value of the field; empty if it has none */
    public String first(String field) {
        return values.getOrDefault(field, List.of("")).get(0);
    }

    /** The values as a query string, for a form that reads them from there. */
    public String asQuery() {
        return values.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(typed -> encode(field.getKey(), UTF_8) + "=" + encode(typed, UTF_8)))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The same values, after a redirect to another path. */
    KeptFormValues movedTo(String elsewhere) {
        return new KeptFormValues(placeOf(elsewhere), person, values, version, at, values.isEmpty());
    }
}
