package ca.releve.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.AccessRequest;
import ca.releve.client.ClientManager;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.substitute.Substitute;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Tables;
import ca.releve.testing.TestClock;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** At the end of a retention period the portal deletes or erases by itself, neither sooner nor later (PRIV-05). */
@PortalTest
@Covers("PRIV-05")
class RetentionTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries entries;

    @Autowired
    Retention retention;

    @Autowired
    History history;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Tables tables = new Tables();
    private ZonedDateTime today;

    @BeforeEach
    void today() {
        today = clock.instant().atZone(ZoneOffset.UTC);
    }

    @Test
    void hoursOfSixYearsAndADayGoWithEverythingThatExplainsThem() {
        SomeClient client = world.client();
        Worked old = approved(client, today.minusYears(6).minusDays(1).toLocalDate());
        Worked young = approved(client, today.minusYears(6).plusDays(1).toLocalDate());

        retention.run();

        assertThat(tables.holding(old.request().id().toString())).isEmpty();
        assertThat(tables.holding(old.id(0).toString())).isEmpty();
        assertThat(tables.holding(young.request().id().toString()))
                .contains("replacement_request", "shift", "time_entry", "history_entry");
        assertThat(rows("adjustment", "time_entry_id", young.id(0))).isOne();
        assertThat(rows("assignment", "substitute_id", young.substitute().id())).isOne();
    }

    @Test
    void aRunRecordsWhatItDeletedWithoutNamesAndASecondRunDeletesNothing() {
        Worked old = approved(world.client(), today.minusYears(6).minusDays(1).toLocalDate());

        retention.run();

        String facts = jdbc.sql("""
                        select array_to_string(facts, ' ') from history_entry
                         where event = 'retention.ended' order by at desc, id desc limit 1
                        """).query(String.class).single();
        assertThat(facts).matches("t:\\d+ t:\\d+ t:\\d+").doesNotContain("t:0 t:0 t:0");
        assertThat(jdbc.sql(
                                "select count(*) from security_event where event = 'sensitive_delete' and facts like 'what=HOURS%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(tables.holding(old.request().id().toString())).isEmpty();
        int runs = ended();

        retention.run();

        assertThat(ended()).isEqualTo(runs);
    }

    @Test
    void otherHistoryGoesAfterSixYears() {
        UUID old = recorded(today.minusYears(6).minusDays(1));
        UUID young = recorded(today.minusYears(6).plusDays(1));

        retention.run();

        assertThat(rows("history_entry", "subject_id", old)).isZero();
        assertThat(rows("history_entry", "subject_id", young)).isOne();
    }

    @Test
    void aHandledRequestForAccessGoesAfterSixMonthsAndAnOpenOneStays() {
        UUID old = accessRequest(today.minusMonths(6).minusDays(1), true);
        UUID young = accessRequest(today.minusMonths(6).plusDays(1), true);
        UUID open = accessRequest(today.minusYears(1), false);

        retention.run();

        assertThat(rows("access_request", "id", old)).isZero();
        assertThat(rows("access_request", "id", young)).isOne();
        assertThat(rows("access_request", "id", open)).isOne();
    }

    @Test
    @Covers("PRIV-10")
    void aPersonWhoLeftIsErasedSixYearsAfterTheLastHoursAndTheLastEntry() {
        Substitute old = left(today.minusYears(6).minusDays(1));
        Substitute young = left(today.minusYears(6).plusDays(1));
        Substitute withHours = approved(
                        world.client(), today.minusYears(6).plusDays(1).toLocalDate())
                .substitute();
        deactivate("substitute", withHours.id());
        Substitute working = world.substitute();
        ClientManager manager = world.knownManager();
        deactivate("client_manager", manager.id());

        retention.run();

        assertThat(emailOf("substitute", old.id())).matches("personne-\\d+@invalid");
        assertThat(emailOf("client_manager", manager.id())).matches("personne-\\d+@invalid");
        assertThat(emailOf("substitute", young.id())).isEqualTo(young.email());
        assertThat(emailOf("substitute", withHours.id())).isEqualTo(withHours.email());
        assertThat(emailOf("substitute", working.id())).isEqualTo(working.email());
        String name = jdbc.sql("select full_name from substitute where id = ?")
                .param(old.id())
                .query(String.class)
                .single();

        retention.run();

        assertThat(jdbc.sql("select full_name from substitute where id = ?")
                        .param(old.id())
                        .query(String.class)
                        .single())
                .as("erased once")
                .isEqualTo(name);
    }

    @Test
    void whatIsHeldStays() {
        Worked held = approved(world.client(), today.minusYears(6).minusDays(1).toLocalDate());
        Worked ofHeldClient =
                approved(world.client(), today.minusYears(6).minusDays(1).toLocalDate());
        Substitute gone = left(today.minusYears(6).minusDays(1));
        hold(held.substitute().id());
        hold(ofHeldClient.client().client().id());
        hold(gone.id());

        retention.run();

        assertThat(rows("time_entry", "request_id", held.request().id())).isOne();
        assertThat(rows("time_entry", "request_id", ofHeldClient.request().id()))
                .isOne();
        assertThat(emailOf("substitute", gone.id())).isEqualTo(gone.email());
    }

    /** A day of approved and adjusted hours, with its history, as if the portal had been used on that day. */
    private Worked approved(SomeClient client, LocalDate day) {
        clock.set(day.atTime(18, 0).toInstant(ZoneOffset.UTC));
        try {
            Worked worked = entries.worked(client, client.facility(), TimeEntries.day(day));
            entries.submitAsPlanned(worked.id(0));
            entries.change(worked.id(0), entry -> entry.adjust(-30, null, "Partie plus tôt", TimeEntries.STAFF, clock));
            entries.approve(worked.id(0), world.actor(client.account()));
            record(Subject.withinRequest(client.client().id(), worked.request().id(), worked.id(0)));
            return worked;
        } finally {
            clock.reset();
        }
    }

    /** A substitute who left on that day. */
    private Substitute left(ZonedDateTime day) {
        Substitute substitute = world.substitute();
        deactivate("substitute", substitute.id());
        clock.set(day.toInstant());
        record(Subject.ofService(substitute.id()));
        clock.reset();
        return substitute;
    }

    private UUID recorded(ZonedDateTime day) {
        UUID subject = UUID.randomUUID();
        clock.set(day.toInstant());
        record(Subject.ofService(subject));
        clock.reset();
        return subject;
    }

    private void record(Subject subject) {
        transaction.executeWithoutResult(status ->
                history.record(Actor.PORTAL, subject, "substitute.deactivated", null, Fact.text("Amélie Gagnon")));
    }

    private UUID accessRequest(ZonedDateTime day, boolean handled) {
        EmailAddress email = world.email("inconnue");
        clock.set(day.toInstant());
        AccessRequest request = new AccessRequest(email, "Sophie", "Côté", clock);
        if (handled) {
            request.dismiss(clock);
        }
        world.save(request);
        clock.reset();
        return request.id();
    }

    private void deactivate(String table, UUID id) {
        jdbc.sql("update " + table + " set active = false where id = ?")
                .param(id)
                .update();
    }

    private void hold(UUID subject) {
        jdbc.sql("insert into retention_hold (subject_id, reason, at, by_id) values (?, 'Litige', now(), ?)")
                .params(subject, UUID.randomUUID())
                .update();
    }

    private String emailOf(String table, UUID id) {
        return jdbc.sql("select email from " + table + " where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private int rows(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int ended() {
        return jdbc.sql("select count(*) from history_entry where event = 'retention.ended'")
                .query(Integer.class)
                .single();
    }
}
