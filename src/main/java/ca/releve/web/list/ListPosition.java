package ca.releve.web.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a list's address that every list has: order, direction and place.
 *
 * @param tri word of the order; null for the list's first one
 * @param ordre {@code inverse} to turn the order round
 * @param apres place that the page begins after
 * @param avant place that the page ends before
 */
public record ListPosition(String tri, String ordre, String apres, String avant) {

    /** The first page of the list's first order. */
    public static final ListPosition START = new ListPosition(null, null, null, null);

    static final String INVERSE = "inverse";

    private static final int MAX_LENGTH = 1_000;
    private static final String SEPARATOR = "\u001f";

    boolean isInverse() {
        return INVERSE.equals(ordre);
    }

    /** Whether the page ends before its place, rather than beginning after it. */
    boolean isBack() {
        return apres == null && avant != null;
    }

    ListPosition atStart() {
        return new ListPosition(tri, ordre, null, null);
    }

    ListPosition after(List<String> place) {
        return new ListPosition(tri, ordre, text(place), null);
    }

    ListPosition before(List<String> place) {
        return new ListPosition(tri, ordre, null, text(place));
    }

    /** The values of the keys at the place; empty for none, or for a text that is no place of this order. */
    Optional<List<String>> place(ListOrder order) {
        String text = apres == null ? avant : apres;
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String values = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.of(List.of(values.split(SEPARATOR, -1))).filter(order::accepts);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String text(List<String> place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8));
    }
}
