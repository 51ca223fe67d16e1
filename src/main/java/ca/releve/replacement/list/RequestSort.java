package ca.releve.replacement.list;

import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import java.util.Arrays;

/** The orders of the lists of requests. All but the first sort by a group of requests, and by date within it. */
enum RequestSort {
    /** Drafts, then coming requests, soonest first, then past requests, latest first; for work to do the most urgent first. */
    DATE("date", null, null, null),
    STATUS("statut", ListKey.number("r.group_key"), "generate_series(1, 11) g(key)", "r.status_rank = g.key"),
    /** Facilities of a manager. */
    FACILITY(
            "installation",
            ListKey.text("r.group_key"),
            "(select id, fold(name) as key from facility where client_id = :client and id = any(:facilities)) g",
            "r.facility_id = g.id"),
    CLIENT("client", ListKey.text("r.group_key"), "(select id, fold(name) as key from client) g", "r.client_id = g.id");

    private static final ListKey LIST_ORDER = ListKey.number("r.list_order");
    private static final ListKey URGENCY = ListKey.instant("r.next_open_start");
    private static final ListKey ID = ListKey.id("r.id");

    private final String word;
    private final ListKey group;
    private final String groups;
    private final String ofGroup;

    /**
     * @param word value of the parameter {@code tri}
     * @param group null for no groups
     * @param groups SQL of the groups {@code g}, with a column {@code key}
     * @param ofGroup condition for the requests of a group
     */
    RequestSort(String word, ListKey group, String groups, String ofGroup) {
        this.word = word;
        this.group = group;
        this.groups = groups;
        this.ofGroup = ofGroup;
    }

    static RequestSort of(ListOrder order) {
        return Arrays.stream(values())
                .filter(it -> it.word.equals(order.word()))
                .findFirst()
                .orElseThrow();
    }

    boolean isGrouped() {
        return group != null;
    }

    String groups() {
        return groups;
    }

    String ofGroup() {
        return ofGroup;
    }

    /**
     * @param work whether the list has only work to do
     * @param found whether the rows are put in order after they were found, and not read group by group
     */
    ListOrder order(boolean work, boolean found) {
        if (!isGrouped()) {
            return ListOrder.ascending(word, work ? URGENCY : LIST_ORDER, ID);
        }
        return found
                ? ListOrder.ascending(word, group, LIST_ORDER, ID)
                : ListOrder.grouped(word, group, LIST_ORDER, ID);
    }
}
