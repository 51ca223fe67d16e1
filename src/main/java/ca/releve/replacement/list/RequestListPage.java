package ca.releve.replacement.list;

import ca.releve.replacement.list.RequestLists.Slice;
import ca.releve.replacement.list.RequestLists.Turn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of a list of requests with the addresses that lead on from it: each keeps filter and order, so that every page can
 * be kept as a bookmark and sent to somebody.
 *
 * @param total how many there are on all pages
 * @param counted whether that is all of them, rather than all that were counted
 * @param here the address of this very page
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record RequestListPage(
        List<RequestRow> rows,
        int total,
        boolean counted,
        boolean filtered,
        String here,
        String previous,
        String next,
        List<SortLink> sorts) {

    static final String ORDER = "tri";
    static final String DESCENDING = "ordre";
    private static final String AFTER = "apres";
    private static final String BEFORE = "avant";

    /** Which page an address names; the first for an address that names none. */
    static Turn turn(RequestOrder order, String descending, String after, String before) {
        boolean down = "desc".equals(descending);
        return ListPlace.parse(after)
                .map(place -> new Turn(order, down, place, false))
                .or(() -> ListPlace.parse(before).map(place -> new Turn(order, down, place, true)))
                .orElseGet(() -> new Turn(order, down, null, false));
    }

    static RequestListPage of(String path, RequestFilter filter, Turn turn, Slice slice, RequestOrder... orders) {
        List<RequestRow> rows = slice.rows();
        Map<String, String> sorted = sorted(filter, turn.order(), turn.descending());
        return new RequestListPage(
                rows,
                Math.min(slice.total(), RequestLists.MOST_COUNTED),
                slice.total() <= RequestLists.MOST_COUNTED,
                !filter.inAddress().isEmpty(),
                address(path, sorted, turn.back() ? BEFORE : AFTER, turn.place()),
                slice.hasPrevious() ? address(path, sorted, BEFORE, ListPlace.of(rows.get(0), turn.order())) : null,
                slice.hasNext()
                        ? address(path, sorted, AFTER, ListPlace.of(rows.get(rows.size() - 1), turn.order()))
                        : null,
                List.of(orders).stream()
                        .map(order -> SortLink.of(path, filter, order, turn))
                        .toList());
    }

    /** The link in the head of a column; null if the list is not sorted by it. */
    public SortLink sort(String word) {
        return sorts.stream().filter(it -> it.word().equals(word)).findFirst().orElse(null);
    }

    private static Map<String, String> sorted(RequestFilter filter, RequestOrder order, boolean descending) {
        Map<String, String> parameters = new LinkedHashMap<>(filter.inAddress());
        if (!order.word().equals(RequestOrder.DATE.word())) {
            parameters.put(ORDER, order.word());
        }
        if (descending) {
            parameters.put(DESCENDING, "desc");
        }
        return parameters;
    }

    private static String address(String path, Map<String, String> sorted, String edge, ListPlace place) {
        Map<String, String> parameters = new LinkedHashMap<>(sorted);
        if (place != null) {
            parameters.put(edge, place.text());
        }
        return address(path, parameters);
    }

    private static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    /**
     * The link that sorts by a column, or turns the order round where it is already sorted by it.
     *
     * @param sorted {@code ascending} or {@code descending}, for {@code aria-sort}; null if it is sorted by another column
     */
    record SortLink(String word, String address, String sorted) {

        static SortLink of(String path, RequestFilter filter, RequestOrder order, Turn turn) {
            boolean current = order.word().equals(turn.order().word());
            return new SortLink(
                    order.word(),
                    RequestListPage.address(path, RequestListPage.sorted(filter, order, current && !turn.descending())),
                    !current ? null : turn.descending() ? "descending" : "ascending");
        }

        public String icon() {
            return sorted == null ? "sort" : sorted.equals("ascending") ? "up" : "down";
        }
    }
}
