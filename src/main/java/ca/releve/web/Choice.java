package ca.releve.web;

/**
 * One of the answers that a form offers.
 *
 * @param value what is sent
 * @param text what is read
 * @param hint a second line under it; null for none
 */
public record Choice(String value, String text, String hint) {

    public static Choice of(Object value, String text) {
        return new Choice(String.valueOf(value), text, null);
    }
}
