package ca.releve.privacy;

import ca.releve.account.SecurityLog;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.StaleVersion;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exports and erases the data of a person, and suspends the erasure. */
@Service
@Transactional
class PersonalDataService {

    private final People people;
    private final DataOfPerson data;
    private final Erasure erasure;
    private final History history;
    private final SecurityLog log;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalDataService(
            People people,
            DataOfPerson data,
            Erasure erasure,
            History history,
            SecurityLog log,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.data = data;
        this.erasure = erasure;
        this.history = history;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the data as JSON */
    byte[] export(String kind, UUID id, Actor actor) {
        PersonPage person = people.find(kind, id);
        jdbc.sql(Erasure.MAY_TAKE_LONG).update();
        byte[] file = data.export(person);
        log.record("sensitive_read", person.record().accountId(), "person", id, "by", actor.id());
        return file;
    }

    /**
     * @throws RuleViolation if the person is still at work, or the data are held
     * @throws StaleVersion if the record was changed after the page was opened
     */
    void erase(String kind, UUID id, int version, String reason, Actor actor) {
        PersonPage person = people.find(kind, id);
        if (!person.isErasable()) {
            throw new RuleViolation("rule.person.not-erasable");
        }
        if (person.version() != version) {
            throw new StaleVersion();
        }
        erasure.erase(person.kind(), id, actor, reason.strip());
        log.record("sensitive_delete", person.record().accountId(), "person", id, "by", actor.id());
    }

    void hold(String kind, UUID id, String reason, Actor actor) {
        PersonPage person = people.find(kind, id);
        if (!person.isHoldable()) {
            throw new RuleViolation("rule.person.held-already");
        }
        jdbc.sql("insert into retention_hold (subject_id, reason, at, by_id) values (?, ?, ?, ?)")
                .params(id, reason.strip(), Timestamp.from(clock.instant()), actor.id())
                .update();
        record(actor, person, "person.held", reason);
    }

    void release(String kind, UUID id, Actor actor) {
        PersonPage person = people.find(kind, id);
        if (jdbc.sql("delete from retention_hold where subject_id = ?")
                        .param(id)
                        .update()
                == 0) {
            throw new RuleViolation("rule.person.not-held");
        }
        record(actor, person, "person.released", null);
    }

    private void record(Actor actor, PersonPage person, String event, String reason) {
        UUID client = person.record().clientId();
        history.record(
                actor,
                client == null ? Subject.ofService(person.id()) : Subject.ofClient(client, person.id()),
                event,
                reason,
                Fact.text(person.name()));
    }
}
