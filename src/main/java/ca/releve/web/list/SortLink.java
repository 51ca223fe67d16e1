package ca.releve.web.list;

/**
 * The link in the head of a column that sorts by it, or turns the order round if the list is sorted by it.
 *
 * @param sorted {@code ascending} or {@code descending}, for {@code aria-sort}; null if the list is sorted by another column
 */
public record SortLink(String word, String address, String sorted) {

    /** Name of the icon. */
    public String icon() {
        return sorted == null ? "sort" : sorted.equals("ascending") ? "up" : "down";
    }
}
