package ca.releve.web.list;

import java.util.List;

/**
 * A page of a list, read from the place of a row in its order and not by counting rows: a page deep in the list costs no more
 * than the first one, and no row is skipped or shown twice when others come and go.
 *
 * @param total rows on all pages, counted up to {@link #MAX_COUNTED}; {@code MAX_COUNTED + 1} for more; null if not counted
 * @param here address of this page
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record KeysetPage<R>(
        List<R> rows,
        Integer total,
        String here,
        String previous,
        String next,
        boolean filtered,
        List<SortLink> sorts) {

    /** Rows of a page unless the list says otherwise. */
    public static final int SIZE = 25;

    /** Rows that are counted at most. */
    public static final int MAX_COUNTED = 1_000;

    /** Whether {@link #total} says how many rows there are. */
    public boolean isCounted() {
        return total != null && total <= MAX_COUNTED;
    }

    /** The number to show: the total, or {@link #MAX_COUNTED} if there are more. */
    public int shownTotal() {
        return total == null ? rows.size() : Math.min(total, MAX_COUNTED);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether all rows fit on this page. */
    public boolean isWhole() {
        return previous == null && next == null;
    }

    /** @return null if the list is not sorted by this column */
    public SortLink sort(String word) {
        return sorts.stream().filter(it -> it.word().equals(word)).findFirst().orElse(null);
    }
}
