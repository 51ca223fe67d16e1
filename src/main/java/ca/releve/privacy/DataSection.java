package ca.releve.privacy;

import java.util.List;

/**
 * The rows of one table that are about a person, and their columns. {@code src/docs/data-inventory.md} has each of these columns, and
 * a test requires each column of the document here or among those that are withheld.
 *
 * @param name names the section in the export and on the page
 * @param columns what the export contains of a row
 * @param rows condition of the rows of {@code :person} or of the account {@code :account}
 * @param kept how long
 */
record DataSection(String name, String table, String columns, String rows, Kept kept) {

    /** How long something is kept. */
    enum Kept {
        /** As long as the person works with the service, and six years. */
        IN_SERVICE,
        /** Six years after the hours or the event. */
        SIX_YEARS,
        /** 90 days once a mail was sent. */
        MAILS,
        /** 400 days. */
        SECURITY_EVENTS,
        /** Until an administrator ends it. */
        HOLD,
        /** Until it is used, expires or is handled; months at most. */
        SHORT
    }

    List<String> columnNames() {
        return List.of(columns.split(",\\s*"));
    }

    /** The rows as one JSON array, the newest first where rows have an order. */
    String asJson(int most) {
        return "(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (select %s from %s where %s limit %d) x)"
                .formatted(columns, table, rows, most);
    }

    /** How many rows there are, counted up to a limit. */
    String asCount(int most) {
        return "(select count(*) from (select 1 from %s where %s limit %d) x)".formatted(table, rows, most);
    }
}
