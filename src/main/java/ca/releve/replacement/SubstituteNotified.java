package ca.releve.replacement;

import java.util.List;

/**
 * A substitute with an e-mail address has to be told of a change, in the same transaction.
 *
 * @param change what happened
 * @param bookings the shifts that she is told of, in the order of their start
 * @param notices those to which the mail belongs
 */
public record SubstituteNotified(ReplacementEvent change, Recipient to, List<Booking> bookings, List<Notice> notices) {

    public SubstituteNotified {
        bookings = List.copyOf(bookings);
        notices = List.copyOf(notices);
    }

    /** The substitute as she is recorded. */
    public record Recipient(String firstName, String name, String email) {}
}
