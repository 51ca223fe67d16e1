package ca.releve.history;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The latest history entries of one person, newest first.
 *
 * @param about entries about the account and the record of the person
 * @param by entries about anything else, with the person as the actor
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
