package ca.releve.replacement.notice;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.replacement.Notice;
import ca.releve.replacement.NoticesForStaff;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes that a substitute was called. */
@Service
class CallService {

    private final NoticesForStaff notices;
    private final EntityManager entities;
    private final History history;
    private final Clock clock;

    CallService(NoticesForStaff notices, EntityManager entities, History history, Clock clock) {
        this.notices = notices;
        this.entities = entities;
        this.history = history;
        this.clock = clock;
    }

    /** Closes the call of this notice, and with it those of the same change: she was told all of it. */
    @Transactional
    void called(UUID id, int version, Actor by) {
        Notice notice = notices.getForChange(id);
        notice.requireVersion(version);
        List<Notice> told = notices.openCallsLike(notice);
        notice.called(by, clock.instant());
        told.stream().filter(Notice::isToCall).forEach(it -> it.called(by, clock.instant()));
        String name = entities.find(Substitute.class, notice.substituteId()).name();
        history.record(
                by,
                Subject.ofRequest(notice.clientId(), notice.requestId()),
                "notice.called",
                null,
                Fact.text(name),
                Fact.message("notice.kind." + notice.kind().name().toLowerCase(Locale.ROOT)),
                Fact.instant(notice.startsAt()));
    }
}
