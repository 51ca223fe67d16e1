package ca.releve.replacement.list;

import java.util.Locale;

/**
 * What a list of requests is sorted by. The pieces of SQL are written out here and chosen by name, so that nothing of an
 * address ever gets into a statement (INT-12).
 */
enum RequestOrder {
    /** What comes next: drafts, then what is ahead, then what is over. */
    DATE(
            "replacement_request r",
            "(r.list_order, r.id) > (:position, :id)",
            "(r.list_order, r.id) < (:position, :id)",
            "r.list_order, r.id",
            "r.list_order desc, r.id desc"),
    /** The shift that the service has to settle first; not chosen by anybody, but the order of its work. */
    URGENCY(
            "replacement_request r",
            "(r.next_open_start, r.id) > (:moment, :id)",
            "(r.next_open_start, r.id) < (:moment, :id)",
            "r.next_open_start, r.id",
            "r.next_open_start desc, r.id desc"),
    /** The way through the life of a request. */
    STATUS(
            "replacement_request r",
            "(r.status_rank, r.list_order, r.id) > (:rank, :position, :id)",
            "(r.status_rank, r.list_order, r.id) < (:rank, :position, :id)",
            "r.status_rank, r.list_order, r.id",
            "r.status_rank desc, r.list_order desc, r.id desc"),
    /** The name of the installation. */
    FACILITY(
            "replacement_request r join facility f on f.id = r.facility_id",
            "(fold(f.name), r.list_order, r.id) > (fold(:name), :position, :id)",
            "(fold(f.name), r.list_order, r.id) < (fold(:name), :position, :id)",
            "fold(f.name), r.list_order, r.id",
            "fold(f.name) desc, r.list_order desc, r.id desc"),
    /** The name of the client; the first condition lets the index on names begin where the page begins. */
    CLIENT(
            "client c join replacement_request r on r.client_id = c.id",
            "fold(c.name) >= fold(:name) and (fold(c.name), r.list_order, r.id) > (fold(:name), :position, :id)",
            "fold(c.name) <= fold(:name) and (fold(c.name), r.list_order, r.id) < (fold(:name), :position, :id)",
            "fold(c.name), r.list_order, r.id",
            "fold(c.name) desc, r.list_order desc, r.id desc");

    final String source;
    final String after;
    final String before;
    final String ascending;
    final String descending;

    RequestOrder(String source, String after, String before, String ascending, String descending) {
        this.source = source;
        this.after = after;
        this.before = before;
        this.ascending = ascending;
        this.descending = descending;
    }

    /** The word for it in an address. */
    String word() {
        return switch (this) {
            case DATE, URGENCY -> "date";
            case STATUS -> "statut";
            case FACILITY -> "installation";
            case CLIENT -> "client";
        };
    }

    /** The order that an address names; the first of the allowed ones if it names none of them. */
    static RequestOrder of(String word, RequestOrder... allowed) {
        for (RequestOrder order : allowed) {
            if (order.word().equals(word == null ? null : word.toLowerCase(Locale.ROOT))) {
                return order;
            }
        }
        return allowed[0];
    }
}
