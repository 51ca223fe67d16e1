package ca.releve.replacement.notice;

import ca.releve.replacement.Notice.Channel;
import ca.releve.replacement.NoticeKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A notice on the page of its request.
 *
 * @param startsAt start of the shift that it is about
 */
public record NoticeRow(
        UUID id, int version, NoticeKind kind, Channel channel, Instant startsAt, Person person, Told told) {

    public static final Comparator<NoticeRow> NEWEST_FIRST = Comparator.comparing((NoticeRow it) -> it.told.queuedAt)
            .reversed()
            .thenComparing(NoticeRow::startsAt)
            .thenComparing(NoticeRow::channel);

    /** Whether the client waits for her. */
    public boolean late() {
        return kind == NoticeKind.LATE;
    }

    public boolean toCall() {
        return state().equals("to-call");
    }

    /** What became of it, a part of a message key. */
    public String state() {
        if (told.seenAt != null) {
            return "seen";
        }
        if (channel == Channel.MAIL) {
            return told.leftAt == null ? "queued" : "left";
        }
        if (told.calledAt != null) {
            return "called";
        }
        return told.replacedAt == null ? "to-call" : "replaced";
    }

    /** When that was. */
    public Instant at() {
        return switch (state()) {
            case "seen" -> told.seenAt;
            case "left" -> told.leftAt;
            case "called" -> told.calledAt;
            case "replaced" -> told.replacedAt;
            default -> told.queuedAt;
        };
    }

    /** The substitute. */
    public record Person(String name, String phone) {}

    /**
     * How far it is.
     *
     * @param queuedBy whose change it is
     * @param leftAt when the mail left; null for a call or a mail that is on its way
     * @param calledAt null for a call that was not made
     * @param seenAt when the substitute opened the change; null if she did not
     * @param replacedAt when there was something newer to tell instead
     */
    public record Told(
            Instant queuedAt,
            String queuedBy,
            Instant leftAt,
            Instant calledAt,
            String calledBy,
            Instant seenAt,
            Instant replacedAt) {}
}
