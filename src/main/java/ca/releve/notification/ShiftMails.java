package ca.releve.notification;

import ca.releve.notification.MailWords.Argument;
import ca.releve.notification.RequestRecipients.Request;
import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ShiftChanged;
import ca.releve.replacement.ShiftEvent.ShiftCancelled;
import ca.releve.replacement.ShiftEvent.ShiftUnfilled;
import ca.releve.replacement.ShiftEvent.SubstituteConfirmed;
import ca.releve.replacement.ShiftEvent.SubstituteLate;
import ca.releve.replacement.ShiftSettled;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues mails about the shifts of a request and who comes: to its managers, or to the service if a manager changed them. */
@Component
class ShiftMails {

    /** A substitute who is replaced by another is one mail to the manager: the first one waits for the second. */
    private static final Duration TIME_TO_REPLACE = Duration.ofMinutes(3);

    private final MailQueue queue;
    private final RequestMailer mailer;
    private final RequestRecipients recipients;
    private final Clock clock;

    ShiftMails(MailQueue queue, RequestMailer mailer, RequestRecipients recipients, Clock clock) {
        this.queue = queue;
        this.mailer = mailer;
        this.recipients = recipients;
        this.clock = clock;
    }

    @EventListener
    void on(ShiftChanged event) {
        List<PlannedShift> planned = List.of(event.after());
        Argument times = words -> words.message(
                "mail.shift.moved", words.shifts(List.of(event.before())), words.shifts(List.of(event.after())));
        if (event.by().isStaff()) {
            Argument effect = words -> words.message("mail.effect." + event.effect());
            mailer.toManagers("shift-changed-by-service", mailer.of(event), planned, times, effect);
        } else {
            mailer.toService(
                    "shift-changed", mailer.of(event), planned, event.by().name(), times, recipients.expected(event));
        }
    }

    @EventListener
    void on(ShiftCancelled event) {
        List<PlannedShift> planned = List.of(event.planned());
        if (event.by().isStaff()) {
            mailer.toManagers("request-cancelled", mailer.of(event), planned, event.reason(), shifts(planned));
        } else {
            mailer.toService(
                    "request-cancelled-by-client",
                    mailer.of(event),
                    planned,
                    event.by().name(),
                    event.reason(),
                    shifts(planned),
                    recipients.expected(event));
        }
    }

    @EventListener
    void on(SubstituteConfirmed event) {
        List<PlannedShift> planned =
                event.bookings().stream().map(Booking::planned).toList();
        Argument qualification = words -> words.message(event.qualified() ? "mail.qualified" : "mail.not-qualified");
        List<UUID> ids = event.bookings().stream().map(Booking::shiftId).toList();
        Request request = mailer.of(event);
        String name = event.substituteName();
        if (queue.dropHeld(ids)) {
            String former = recipients.formerSubstitute(ids);
            mailer.toManagers("substitute-replaced", request, planned, name, qualification, shifts(planned), former);
        } else {
            mailer.toManagers("substitute-confirmed", request, planned, name, qualification, shifts(planned));
        }
    }

    @EventListener
    void on(ShiftSettled event) {
        List<PlannedShift> planned = List.of(event.planned());
        String name = event.substituteName();
        switch (event.outcome()) {
            case RECONFIRMED ->
                mailer.toManagers("substitute-reconfirmed", mailer.of(event), planned, name, shifts(planned));
            case RELEASED ->
                mailer.toManagersAfter(
                        TIME_TO_REPLACE,
                        event.shiftId(),
                        isOver(planned) ? "substitute-taken-off" : "substitute-released",
                        mailer.of(event),
                        planned,
                        name,
                        shifts(planned));
            case GIVEN_UP -> {
                Argument reason = words -> event.reason() == null ? "" : words.message("mail.reason", event.reason());
                mailer.toManagers("shift-unfilled", mailer.of(event), planned, shifts(planned), reason);
            }
            case NO_SHOW -> {
                // The substitute was expected at the facility, so the manager knows.
            }
        }
    }

    @EventListener
    void on(SubstituteLate event) {
        if (!event.by().isStaff()) {
            List<PlannedShift> planned = List.of(event.planned());
            mailer.toService(
                    "substitute-late",
                    mailer.of(event),
                    planned,
                    event.by().name(),
                    shifts(planned),
                    recipients.expected(event));
        }
    }

    @EventListener
    void on(ShiftUnfilled event) {
        List<PlannedShift> planned = List.of(event.planned());
        mailer.toManagers("shift-unfilled", mailer.of(event), planned, shifts(planned), "");
    }

    /** Whether nobody is looked for any more. */
    private boolean isOver(List<PlannedShift> planned) {
        return planned.stream().noneMatch(it -> it.endsAt().isAfter(clock.instant()));
    }

    private static Argument shifts(List<PlannedShift> planned) {
        return words -> words.shifts(planned);
    }
}
