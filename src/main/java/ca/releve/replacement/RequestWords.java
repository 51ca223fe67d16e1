package ca.releve.replacement;

import ca.releve.shared.SearchText;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Builds the {@code tsquery} for the requests that have, for each word of a text, one that begins with it. The words of the
 * client and the requester begin with {@value #FOR_STAFF}, so that only the query of the staff finds them.
 */
public final class RequestWords {

    static final String FOR_STAFF = "*";

    private RequestWords() {}

    /** The query for {@code search_words}; empty if nothing is searched for. */
    public static String query(String text, boolean staff) {
        return query(text, staff, "");
    }

    /** The same for the words of one client, as the SQL function {@code words_of_client} has them. */
    public static String query(String text, boolean staff, UUID clientId) {
        String id = clientId.toString();
        return query(text, staff, id.substring(id.length() - 8) + ".");
    }

    private static String query(String text, boolean staff, String prefix) {
        return SearchText.words(text).stream()
                .map(word -> staff
                        ? "(" + beginning(prefix + word) + " | " + beginning(prefix + FOR_STAFF + word) + ")"
                        : beginning(prefix + word))
                .collect(Collectors.joining(" & "));
    }

    private static String beginning(String word) {
        return "'" + word + "':*";
    }
}
