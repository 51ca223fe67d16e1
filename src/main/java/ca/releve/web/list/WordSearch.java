package ca.releve.web.list;

import ca.releve.shared.SearchText;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The words of a filter as parameters of {@code like}. A column {@code search_text} (SQL function {@code searchable}) is found
 * if it contains all of them, in any order.
 */
public final class WordSearch {

    private WordSearch() {}

    /** The condition on a text with the parameter {@code words}. */
    public static String in(String searchText) {
        return searchText + " like all(cast(:words as text[]))";
    }

    /** The condition on a large table with a trigram index, which finds the longest word, the parameter {@code longest}. */
    public static String byIndex(String searchText) {
        return searchText + " like :longest and " + in(searchText);
    }

    /** @return null if nothing is searched for */
    public static String[] patterns(String typed) {
        String[] patterns = SearchText.wordsOrPhone(typed).stream()
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        return patterns.length == 0 ? null : patterns;
    }

    public static String longest(String[] patterns) {
        return Arrays.stream(patterns)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
