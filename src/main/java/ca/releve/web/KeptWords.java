package ca.releve.web;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody typed into a form whose session had ended when she sent it, until she sees that form again (WEB-07). Nothing
 * secret, and nothing is sent again by itself.
 *
 * @param place the address of the form, of which only the hash is kept: it may hold the token of a mailed link
 * @param person name of whoever the form was shown to; null for somebody who was not signed in
 * @param values what was typed, by the names of the fields
 * @param version the version of what the form changes, as the person saw it; null if the form names none
 * @param button whether nothing was typed at all: a button was pressed, which stands on a page that is not its own
 */
public record KeptWords(
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

    /** @return empty if the field was not typed into */
    public String first(String field) {
        return values.getOrDefault(field, List.of("")).get(0);
    }

    /** What was typed, as the end of an address, for a form that reads it from there. */
    public String asQuery() {
        return values.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(typed -> encode(field.getKey(), UTF_8) + "=" + encode(typed, UTF_8)))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The same, after the portal has led from one address to another. */
    KeptWords movedTo(String elsewhere) {
        return new KeptWords(placeOf(elsewhere), person, values, version, at, values.isEmpty());
    }
}
