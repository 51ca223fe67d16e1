package ca.releve.replacement.notice;

import ca.releve.replacement.Booking;
import ca.releve.replacement.Notice;
import ca.releve.replacement.Notice.Channel;
import ca.releve.replacement.NoticesForStaff;
import ca.releve.replacement.ReplacementEvent;
import ca.releve.replacement.ShiftSettled;
import ca.releve.replacement.SubstituteNotified;
import ca.releve.replacement.SubstituteNotified.Recipient;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the notices of a change, in its transaction: a mail to each substitute with an address, a call where a mail is not enough. */
@Component
class NoticeWriter {

    private final NoticesForStaff notices;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeWriter(NoticesForStaff notices, EntityManager entities, ApplicationEventPublisher events, Clock clock) {
        this.notices = notices;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ReplacementEvent event) {
        // The database keeps microseconds; the notices of one change are found by this instant.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (event instanceof ShiftSettled settled && settled.outcome().endsItsCalls()) {
            notices.replaceOpenCallsOfShift(settled.shiftId(), now);
        }
        Map<UUID, List<Booking>> concerned = event.bookings().stream()
                .filter(it -> !it.isOver(now) || event.notice().isOnlyCalled())
                .sorted(Comparator.comparing(Booking::startsAt))
                .collect(Collectors.groupingBy(Booking::substituteId));
        if (concerned.isEmpty()) {
            return;
        }
        // The notices refer to assignments that may be new, and the mails read the request as it is after the change.
        entities.flush();
        concerned.forEach((id, bookings) -> tell(event, entities.find(Substitute.class, id), bookings, now));
    }

    private void tell(ReplacementEvent event, Substitute substitute, List<Booking> bookings, Instant now) {
        boolean onlyCalled = event.notice().isOnlyCalled();
        List<Booking> called = bookings.stream()
                .filter(it -> onlyCalled || Booking.isCalled(substitute.email(), it.startsAt(), now))
                .toList();
        if (!called.isEmpty()) {
            notices.replaceOpenCalls(called.stream().map(Booking::assignmentId).toList(), now);
            called.forEach(it -> save(new Notice(event, it, Channel.CALL, now)));
        }
        if (!onlyCalled && !substitute.email().isBlank()) {
            List<Notice> mailed = bookings.stream()
                    .map(it -> save(new Notice(event, it, Channel.MAIL, now)))
                    .toList();
            Recipient to = new Recipient(substitute.firstName(), substitute.name(), substitute.email());
            events.publishEvent(new SubstituteNotified(event, to, bookings, mailed));
        }
    }

    private Notice save(Notice notice) {
        // Spring Data would ask for a notice of this id first, since the id is not empty.
        entities.persist(notice);
        return notice;
    }
}
