package ca.releve.notification;

import ca.releve.account.Addressee;
import ca.releve.notification.MailWords.Argument;
import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementEvent;
import ca.releve.replacement.RequestEvent.InfoAsked;
import ca.releve.replacement.RequestEvent.InfoGiven;
import ca.releve.replacement.RequestEvent.RequestCancelled;
import ca.releve.replacement.RequestEvent.RequestDeclined;
import ca.releve.replacement.RequestEvent.RequestEdited;
import ca.releve.replacement.RequestEvent.ScheduleDefined;
import ca.releve.replacement.ShiftEvent.ShiftCancelled;
import ca.releve.replacement.ShiftEvent.ShiftChanged;
import ca.releve.replacement.ShiftEvent.ShiftSettled;
import ca.releve.replacement.ShiftEvent.SubstituteConfirmed;
import ca.releve.replacement.ShiftEvent.SubstituteLate;
import ca.releve.web.settings.ServiceProperties;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Queues mails about requests: actions of the staff are reported to the managers, actions of managers to the service. A mail
 * contains only what its recipient may see in the portal.
 */
@Component
class ReplacementMails {

    /** A substitute who is replaced by another is one mail to the manager: the first one waits for the second. */
    private static final Duration TIME_TO_REPLACE = Duration.ofMinutes(3);

    private final MailQueue queue;
    private final RequestRecipients recipients;
    private final ServiceProperties service;

    ReplacementMails(MailQueue queue, RequestRecipients recipients, ServiceProperties service) {
        this.queue = queue;
        this.recipients = recipients;
        this.service = service;
    }

    @EventListener
    void on(ScheduleDefined event) {
        if (event.sent()) {
            RequestRecipients.Request request = recipients.of(event.requestId());
            Argument need = words -> need(request.need(), words);
            notifyService("request-submitted", request, event, event.planned(), shifts(event.planned()), need);
        } else {
            notifyServiceOfChange("request-extended", event, event.planned(), shifts(event.planned()));
        }
    }

    @EventListener
    void on(ShiftChanged event) {
        Argument times = words -> words.message(
                "mail.shift.moved", words.shifts(List.of(event.before())), words.shifts(List.of(event.after())));
        notifyServiceOfChange("shift-changed", event, List.of(event.after()), times, people(event));
    }

    @EventListener
    void on(ShiftCancelled event) {
        cancelledByClient(event, List.of(event.planned()));
    }

    @EventListener
    void on(RequestCancelled event) {
        if (event.by().isStaff()) {
            notifyManagers("request-cancelled", event, event.planned(), event.reason(), shifts(event.planned()));
        } else {
            cancelledByClient(event, event.planned());
        }
    }

    @EventListener
    void on(RequestEdited event) {
        notifyServiceOfChange("request-changed", event, List.of());
    }

    @EventListener
    void on(InfoAsked event) {
        notifyManagers("request-info-asked", event, List.of(), event.reason());
    }

    @EventListener
    void on(InfoGiven event) {
        notifyServiceOfChange("request-answered", event, List.of(), event.reason());
    }

    @EventListener
    void on(RequestDeclined event) {
        notifyManagers("request-declined", event, List.of(), event.reason());
    }

    @EventListener
    void on(SubstituteConfirmed event) {
        List<PlannedShift> planned =
                event.bookings().stream().map(Booking::planned).toList();
        Argument qualification = words -> words.message(event.qualified() ? "mail.qualified" : "mail.not-qualified");
        List<UUID> shifts = event.bookings().stream().map(Booking::shiftId).toList();
        if (queue.dropHeld(shifts)) {
            notifyManagers(
                    "substitute-replaced",
                    event,
                    planned,
                    event.substituteName(),
                    qualification,
                    shifts(planned),
                    recipients.formerSubstitute(shifts));
        } else {
            notifyManagers(
                    "substitute-confirmed", event, planned, event.substituteName(), qualification, shifts(planned));
        }
    }

    @EventListener
    void on(ShiftSettled event) {
        if (event.outcome() == ShiftSettled.Outcome.RELEASED) {
            List<PlannedShift> planned = List.of(event.planned());
            RequestRecipients.Request request = recipients.of(event.requestId());
            Object[] arguments = arguments(request, planned, event.substituteName(), shifts(planned));
            for (Addressee manager : request.managers()) {
                queue.add(toManager("substitute-released", event, manager, arguments)
                        .heldFor(TIME_TO_REPLACE, event.shiftId()));
            }
        }
    }

    @EventListener
    void on(SubstituteLate event) {
        List<PlannedShift> planned = List.of(event.planned());
        notifyServiceOfChange("substitute-late", event, planned, shifts(planned), people(event));
    }

    private void cancelledByClient(ReplacementEvent event, List<PlannedShift> planned) {
        notifyServiceOfChange(
                "request-cancelled-by-client", event, planned, event.reason(), shifts(planned), people(event));
    }

    private void notifyServiceOfChange(
            String kind, ReplacementEvent event, List<PlannedShift> planned, Object... more) {
        if (!event.by().isStaff()) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = event.by().name();
            System.arraycopy(more, 0, arguments, 1, more.length);
            notifyService(kind, recipients.of(event.requestId()), event, planned, arguments);
        }
    }

    /** @param planned the shifts that the mail is about; none for all of the request */
    private void notifyService(
            String kind,
            RequestRecipients.Request request,
            ReplacementEvent event,
            List<PlannedShift> planned,
            Object... more) {
        if (!service.email().isBlank()) {
            queue.add(MailDraft.of(kind, new Addressee(service.email(), service.name(), "fr"))
                    .withLink("/admin/demandes/" + event.requestId())
                    .withArguments(arguments(request, planned, more)));
        }
    }

    private void notifyManagers(String kind, ReplacementEvent event, List<PlannedShift> planned, Object... more) {
        RequestRecipients.Request request = recipients.of(event.requestId());
        for (Addressee manager : request.managers()) {
            queue.add(toManager(kind, event, manager, arguments(request, planned, more)));
        }
    }

    private static MailDraft toManager(String kind, ReplacementEvent event, Addressee manager, Object... arguments) {
        return MailDraft.of(kind, manager)
                .withLink("/remplacements/" + event.requestId())
                .withArguments(arguments);
    }

    /** {@code 2} is the code, {@code 3} the facility, {@code 4} the client, {@code 5} the days; the others follow. */
    private static Object[] arguments(RequestRecipients.Request request, List<PlannedShift> planned, Object... more) {
        Argument days = words -> planned.isEmpty() ? words.days(request.period()) : words.days(planned);
        return Stream.concat(
                        Stream.of(
                                request.code(),
                                request.place().facility(),
                                request.place().client(),
                                days),
                        Stream.of(more))
                .toArray();
    }

    private static Argument shifts(List<PlannedShift> planned) {
        return words -> words.shifts(planned);
    }

    /** The function, the age group and the qualification that a request asks for. */
    private static String need(RequestRecipients.Need need, MailWords words) {
        return words.need(need) + "\n" + words.message(need.qualified() ? "mail.wants-qualified" : "mail.wants-any");
    }

    /** Who was expected, with her phone number, and that she is told. */
    private Argument people(ReplacementEvent event) {
        List<RequestRecipients.Person> people = recipients.substitutes(
                event.bookings().stream().map(Booking::substituteId).distinct().toList());
        return words -> people.isEmpty()
                ? words.message("mail.nobody-expected")
                : people.stream()
                        .map(it -> it.phone().isBlank() ? it.name() : it.name() + ", " + it.phone())
                        .collect(Collectors.joining("\n", words.message("mail.expected") + "\n", ""));
    }
}
