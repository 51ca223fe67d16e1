package ca.releve.notification;

import ca.releve.account.Addressee;
import ca.releve.notification.MailWords.Argument;
import ca.releve.notification.RequestRecipients.Place;
import ca.releve.notification.RequestRecipients.Request;
import ca.releve.replacement.Booking;
import ca.releve.replacement.NoticeKind;
import ca.releve.replacement.RequestEvent.RequestEdited;
import ca.releve.replacement.SubstituteNotified;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues mails to substitutes, in French: confirmed, changed, cancelled, released. Agency rules ask for the confirmation in writing. */
@Component
class SubstituteMails {

    private final MailQueue queue;
    private final RequestRecipients requests;
    private final ChangedFields fields;

    SubstituteMails(MailQueue queue, RequestRecipients requests, ChangedFields fields) {
        this.queue = queue;
        this.requests = requests;
        this.fields = fields;
    }

    @EventListener
    void on(SubstituteNotified event) {
        Request request = requests.of(event.change().requestId());
        Place place = request.place();
        List<Booking> bookings = event.bookings();
        Argument days =
                words -> words.days(bookings.stream().map(Booking::planned).toList());
        Argument shifts = words -> words.bookings(bookings);
        Argument changes =
                words -> event.change() instanceof RequestEdited edited ? fields.of(edited, words) + "\n\n" : "";
        Argument need = words -> words.need(request.need());
        Argument instructions =
                words -> place.instructions().isBlank() ? "" : words.message("mail.instructions", place.instructions());
        Addressee to = new Addressee(event.to().email(), event.to().name(), "fr");
        UUID mail = queue.add(MailDraft.of(kind(event.change().notice()), to)
                .withArguments(
                        days,
                        place.facility(),
                        place.client(),
                        event.to().firstName(),
                        shifts,
                        changes,
                        need,
                        address(place),
                        contact(request),
                        instructions));
        event.notices().forEach(notice -> notice.mailed(mail));
    }

    private static String kind(NoticeKind notice) {
        return switch (notice) {
            case CONFIRMED -> "assignment-confirmed";
            case CHANGED -> "assignment-changed";
            case CANCELLED -> "assignment-cancelled";
            case RELEASED -> "assignment-released";
            case LATE -> throw new IllegalArgumentException("A substitute who is late is only called");
        };
    }

    private static String address(Place place) {
        String street = place.street() + ", " + place.city() + " " + place.postalCode();
        return place.phone().isBlank() ? street : street + "\n" + place.phone();
    }

    private static String contact(Request request) {
        String phone = request.contact().phone();
        return phone == null || phone.isBlank()
                ? request.contact().name()
                : request.contact().name() + ", " + phone;
    }
}
