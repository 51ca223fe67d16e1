package ca.releve.web.list;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order of a list. Its keys together are unique, so that every row has one place.
 *
 * @param word value of the parameter {@code tri}
 * @param descending whether the order starts at its end unless the user turns it round
 * @param grouped whether the rows are read group by group, and the first key is that of the group
 */
public record ListOrder(String word, boolean descending, boolean grouped, List<ListKey> keys) {

    public static ListOrder ascending(String word, ListKey... keys) {
        return new ListOrder(word, false, false, List.of(keys));
    }

    public static ListOrder descending(String word, ListKey... keys) {
        return new ListOrder(word, true, false, List.of(keys));
    }

    /**
     * An order by a property that a group of rows has in common, such as the name of a client. No index has all keys: the
     * statement reads the groups in their order and, with {@code cross join lateral}, the first rows of each by an index of the
     * other keys.
     *
     * @param group the key of the group, of type number or text
     */
    public static ListOrder grouped(String word, ListKey group, ListKey... keys) {
        return new ListOrder(
                word,
                false,
                true,
                Stream.concat(Stream.of(group), Stream.of(keys)).toList());
    }

    String orderBy(boolean down) {
        return orderBy(keys, down);
    }

    /** The order of the rows of a group; the whole order if there are no groups. */
    String orderInGroup(boolean down) {
        return orderBy(grouped ? keys.subList(1, keys.size()) : keys, down);
    }

    private static String orderBy(List<ListKey> keys, boolean down) {
        return keys.stream()
                .map(key -> key.expression() + (down ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Condition for the rows beyond a place, whose values are the parameters {@code place0}, {@code place1}, … */
    String beyond(boolean down) {
        int first = grouped ? 1 : 0;
        String row = IntStream.range(first, keys.size())
                .mapToObj(i -> keys.get(i).expression())
                .collect(Collectors.joining(", ", "(", ")"));
        String place = IntStream.range(first, keys.size())
                .mapToObj(i -> grouped ? placeInGroup(i, down) : placeOf(i))
                .collect(Collectors.joining(", ", "(", ")"));
        return row + (down ? " < " : " > ") + place;
    }

    /** Condition for the group of a place and those beyond it. */
    String groupsFrom(boolean down) {
        return "g.key" + (down ? " <= " : " >= ") + placeOf(0);
    }

    /** In the group of the place the value of the place; in the others one that all rows are beyond. */
    private String placeInGroup(int key, boolean down) {
        String beforeAll = down ? keys.get(key).highest() : keys.get(key).lowest();
        return "case when g.key = " + placeOf(0) + " then " + placeOf(key) + " else cast(" + beforeAll + " as "
                + keys.get(key).sqlType() + ") end";
    }

    private String placeOf(int key) {
        return "cast(:place" + key + " as " + keys.get(key).sqlType() + ")";
    }

    /** The values of the keys as an array of texts. */
    String place() {
        return keys.stream()
                .map(key -> "(" + key.expression() + ")::text")
                .collect(Collectors.joining(", ", "array[", "]"));
    }

    boolean accepts(List<String> place) {
        return place.size() == keys.size()
                && IntStream.range(0, keys.size()).allMatch(i -> keys.get(i).accepts(place.get(i)));
    }
}
