package ca.releve.signin.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A security event in a list.
 *
 * @param event word of the vocabulary
 * @param account the account that it is about; null for none
 * @param address IP address of the client; null for what the portal did by itself
 * @param facts {@code name=value}, with a space between two
 * @param byName the user who did it to another user; null otherwise
 * @param memberName the member of the staff whose rights it is about; null otherwise
 */
public record SecurityEventRow(
        UUID id,
        Instant at,
        String event,
        Subject account,
        String address,
        String requestId,
        String facts,
        String byName,
        String memberName) {

    /**
     * The account of an event.
     *
     * @param name name of its user; null if the account does not exist
     */
    public record Subject(UUID id, String name, String email) {}

    private static final String BY = "by";
    private static final String MEMBER = "member";
    private static final String KEY_OF_LIMIT = "key";

    /** The facts by their names, in their order, with names of people in the place of their ids. */
    public Map<String, String> factsByName() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String fact : facts.split(" ")) {
            int end = fact.indexOf('=');
            if (end > 0) {
                named.put(fact.substring(0, end), fact.substring(end + 1));
            }
        }
        named.computeIfPresent(BY, (name, id) -> Objects.requireNonNullElse(byName, id));
        named.computeIfPresent(MEMBER, (name, id) -> Objects.requireNonNullElse(memberName, id));
        if (account != null) {
            named.remove(MEMBER, account.name);
            named.remove(KEY_OF_LIMIT, account.id.toString());
        }
        named.values().removeIf(String::isEmpty);
        return named;
    }
}
