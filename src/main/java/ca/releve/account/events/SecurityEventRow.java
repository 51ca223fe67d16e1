package ca.releve.account.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened at the doors.
 *
 * @param event word of the vocabulary
 * @param accountId whose door it was; null if nobody's
 * @param accountName her name; null if the account is nobody's or no longer there
 * @param address of the machine; null for what the portal did by itself
 * @param facts {@code name=value}, with a space between two
 * @param byName who did it, where one person did it to another; null otherwise
 * @param memberName the member of the staff whose rights it is about; null otherwise
 */
public record SecurityEventRow(
        UUID id,
        Instant at,
        String event,
        UUID accountId,
        String accountName,
        String accountEmail,
        String address,
        String requestId,
        String facts,
        String byName,
        String memberName) {

    /** Facts that are ids of people; the row has their names. */
    private static final String BY = "by";

    private static final String MEMBER = "member";

    /** Whom a limit was counted for: an address, this very account, or nobody in particular. */
    private static final String KEY = "key";

    /** The facts by their names, in their order, with names of people where there were ids. */
    public Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        for (String fact : facts.split(" ")) {
            int end = fact.indexOf('=');
            if (end > 0) {
                said.put(fact.substring(0, end), fact.substring(end + 1));
            }
        }
        said.computeIfPresent(BY, (name, id) -> byName == null ? id : byName);
        said.computeIfPresent(MEMBER, (name, id) -> memberName == null ? id : memberName);
        if (accountName != null && accountName.equals(said.get(MEMBER))) {
            said.remove(MEMBER);
        }
        if (accountId != null && accountId.toString().equals(said.get(KEY))) {
            said.remove(KEY);
        }
        said.values().removeIf(String::isEmpty);
        return said;
    }
}
