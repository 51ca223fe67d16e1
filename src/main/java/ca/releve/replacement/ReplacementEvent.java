package ca.releve.replacement;

import ca.releve.history.Actor;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened to a replacement request. Each becomes a line of its history in the same transaction; rooms above
 * listen to those that concern them.
 */
public sealed interface ReplacementEvent permits RequestEvent, ShiftEvent {

    UUID clientId();

    UUID requestId();

    Actor by();

    /** Code of the sentence {@code history.<code>}. */
    String code();

    /** The facts of that sentence. */
    default List<String> facts() {
        return List.of();
    }

    /** The substitutes whom the change concerns, with their shifts; see {@link #notice}. */
    default List<Booking> bookings() {
        return List.of();
    }

    /** What these substitutes are told; null where nobody is. */
    default NoticeKind notice() {
        return null;
    }

    /** Why, in the person's own words; null where nobody was asked. */
    default String reason() {
        return null;
    }
}
