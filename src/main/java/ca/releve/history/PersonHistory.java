package ca.releve.history;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The lately written history of one person, newest first.
 *
 * @param about what was done to her account and her record, by whomever
 * @param by what she did herself
 */
public record PersonHistory(List<HistoryEntry> about, List<HistoryEntry> by) {

    static PersonHistory of(List<HistoryEntry> entries, Collection<UUID> subjectIds) {
        return new PersonHistory(
                entries.stream()
                        .filter(it -> subjectIds.contains(it.subjectId()))
                        .toList(),
                entries.stream()
                        .filter(it -> !subjectIds.contains(it.subjectId()))
                        .toList());
    }
}
