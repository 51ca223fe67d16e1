package ca.releve.web.list;

import java.util.List;

/**
 * The filter, order and place of a list, as in the address of its page.
 *
 * @param path local path of the list
 * @param filter a record whose components are the parameters of the address
 * @param orders the orders that the list has; the first one unless the address names another
 */
public record ListView(String path, Record filter, ListPosition position, List<ListOrder> orders) {

    public static ListView of(String path, Record filter, ListPosition position, ListOrder... orders) {
        return new ListView(path, filter, position, List.of(orders));
    }

    /** A list without a filter. */
    public static ListView of(String path, ListPosition position, ListOrder... orders) {
        return of(path, new NoFilter(), position, orders);
    }

    public ListOrder order() {
        return orders.stream()
                .filter(order -> order.word().equals(position.tri()))
                .findFirst()
                .orElse(orders.get(0));
    }

    boolean isDescending() {
        return order().descending() != position.isInverse();
    }

    ListView at(ListPosition place) {
        return new ListView(path, filter, place, orders);
    }

    /** The address of this page. */
    public String address() {
        return ListAddress.of(path, filter, position);
    }

    /** The same list by another order; turned round if it is the present one. */
    SortLink sort(ListOrder by) {
        boolean present = by.equals(order());
        ListPosition sorted = new ListPosition(
                by.equals(orders.get(0)) ? null : by.word(),
                present && !position.isInverse() ? ListPosition.INVERSE : null,
                null,
                null);
        String direction = present ? (isDescending() ? "descending" : "ascending") : null;
        return new SortLink(by.word(), ListAddress.of(path, filter, sorted), direction);
    }

    private record NoFilter() {}
}
