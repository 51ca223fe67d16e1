package ca.releve.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What an edit changes, field by field, with before and after: told in the history with one entry a field, and shown to
 * whoever edited the same thing at the same time.
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
     * Records one entry a changed field; its facts are what was changed, the field's label, before and after.
     *
     * @param what name of the thing, as it was before
     */
    public void record(History history, Actor actor, Subject subject, String event, String what) {
        recordOf(history, actor, subject, event, Fact.text(what));
    }

    /**
     * Records one entry a changed field, like {@link #record}.
     *
     * @param what name of the thing, as it was before: a {@link Fact}
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
