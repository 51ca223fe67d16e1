package ca.releve.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that an edit changes, with their values before and after. They are recorded in the history, one entry for each
 * field, and are shown to a user whose edit was based on an older version.
 */
public final class Changes {

    private final List<Change> changes = new ArrayList<>();

    /** @param field message key of the field's label */
    public Changes text(String field, String before, String after) {
        return fact(field, Fact.text(before), Fact.text(after.strip()));
    }

    /** @param field message key of the field's label */
    public Changes yesNo(String field, boolean before, boolean after) {
        return fact(field, Fact.yesNo(before), Fact.yesNo(after));
    }

    /**
     * @param field message key of the field's label
     * @param before a {@link Fact}
     * @param after a {@link Fact}
     */
    public Changes fact(String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before, after));
        }
        return this;
    }

    /** The fields that differ, in the order in which they were compared. */
    public List<Change> list() {
        return List.copyOf(changes);
    }

    /**
     * Records one entry for each changed field. Its facts are the name of the object, the field's label, and the values before and
     * after.
     *
     * @param what name of the object before the edit
     */
    public void record(History history, Actor actor, Subject subject, String event, String what) {
        recordOf(history, actor, subject, event, Fact.text(what));
    }

    /**
     * Records one entry for each changed field, like {@link #record}.
     *
     * @param what name of the object before the edit: a {@link Fact}
     */
    public void recordOf(History history, Actor actor, Subject subject, String event, String what) {
        changes.forEach(change -> history.record(
                actor, subject, event, null, what, Fact.message(change.field()), change.before(), change.after()));
    }

    /**
     * A field that an edit changes.
     *
     * @param field message key of its label
     * @param before a {@link Fact}
     * @param after a {@link Fact}
     */
    public record Change(String field, String before, String after) {}
}
