package ca.releve.web;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The part of a list that one page shows. How many there are in all is not counted: one row more than is shown tells
 * whether there is a next page.
 *
 * @param first number of the first row shown, from 1
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record Window<T>(List<T> rows, int first, String previous, String next) {

    /** Rows on a page. */
    public static final int SIZE = 25;

    /** What a query must be limited to. */
    public static final int LIMIT = SIZE + 1;

    /** Nobody turns this many pages: an address beyond it shows the last one, and costs no more. */
    private static final int LAST = 400;

    /** How many rows a query skips. */
    public static int offset(int page) {
        return (within(page) - 1) * SIZE;
    }

    /**
     * @param found at most {@link #LIMIT} rows
     * @param page number of the page, from 1
     * @param address the address of the page with a number
     */
    public static <T> Window<T> of(List<T> found, int page, IntFunction<String> address) {
        int number = within(page);
        boolean more = found.size() > SIZE && number < LAST;
        return new Window<>(
                found.subList(0, Math.min(SIZE, found.size())),
                offset(number) + 1,
                number > 1 ? address.apply(number - 1) : null,
                more ? address.apply(number + 1) : null);
    }

    public int last() {
        return first + rows.size() - 1;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether all there is fits on this page. */
    public boolean isWhole() {
        return previous == null && next == null;
    }

    private static int within(int page) {
        return Math.max(1, Math.min(page, LAST));
    }
}
