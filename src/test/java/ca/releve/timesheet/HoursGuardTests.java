package ca.releve.timesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.history.Actor;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftSettled;
import ca.releve.shared.RuleViolation;
import ca.releve.signin.password.Seeds;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.World;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The constraints of time entries, and the effects of events of replacements on them (INT-05, INT-10). */
@PortalTest
class HoursGuardTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    @Covers({"ACC-09", "INT-10"})
    void approvedHoursAreNotEdited() {
        UUID id = approved();

        refuses("approved hours are never edited", () -> update(id, "declared_minutes = 480"));
        refuses(
                "approved hours are never edited",
                () -> update(id, "declared_ends_at = declared_ends_at + interval '1 hour'"));
        refuses("approved hours are never edited", () -> update(id, "declared_meal = true"));
        refuses("approved hours are never edited", () -> update(id, "meal = true"));
        refuses("approved hours are never edited", () -> update(id, "adjusted_minutes = 60"));
        refuses("approved hours are never edited", () -> update(id, "status = 'RETURNED', returned_reason = 'Motif'"));
        refuses("approved hours are never edited", () -> update(id, "status = 'SUBMITTED', declared_minutes = 480"));
        assertThat(hours.get(id).hours().finalMinutes()).isEqualTo(450);
    }

    @Test
    @Covers({"ACC-09", "INT-10"})
    void hoursSentToPayrollAreNotChanged() {
        UUID id = approved();
        hours.change(id, entry -> entry.lock(TimeEntries.STAFF));

        refuses("a locked time entry is never changed", () -> update(id, "status = 'APPROVED'"));
        refuses("a locked time entry is never changed", () -> update(id, "returned_reason = 'Motif'"));
    }

    @Test
    @Covers("INT-10")
    void declaredHoursAreNotDeleted() {
        UUID submitted = hours.submitted(world.client(), 1).id(0);
        for (UUID id : List.of(submitted, approved())) {
            refuses("declared hours are never deleted", () -> jdbc.sql("delete from time_entry where id = ?")
                    .param(id)
                    .update());
        }
    }

    @Test
    @Covers({"ACC-09", "INT-10"})
    void adjustmentsAreAppendOnly() {
        UUID id = adjusted(-60);

        for (String change : List.of(
                "update adjustment set minutes = 30 where time_entry_id = ?",
                "delete from adjustment where time_entry_id = ?")) {
            refuses("permission denied", () -> jdbc.sql(change).param(id).update());
            refuses(
                    "adjustment is append-only",
                    () -> TestDatabase.asOwner().sql(change).param(id).update());
        }
    }

    @Test
    void theTotalIsTheSumOfTheAdjustments() {
        UUID id = adjusted(-60);

        refuses("the total of a time entry is the sum of its adjustments", () -> update(id, "adjusted_minutes = -30"));
        refuses("the total of a time entry is the sum of its adjustments", () -> insertAdjustment(id, "-15", "'Note'"));
        assertThat(finalMinutes(id)).isEqualTo(390);
    }

    @Test
    void anAdjustmentNeedsAChangeAndANote() {
        UUID id = hours.submitted(world.client(), 1).id(0);

        refuses("adjustment_minutes_check", () -> insertAdjustment(id, "0", "'Note'"));
        refuses("adjustment_note_check", () -> insertAdjustment(id, "15", "'  '"));
        refuses("adjustment_changes_something", () -> insertAdjustment(id, "null", "'Note'"));
    }

    @Test
    void theFinalHoursAreBetween0And24() {
        UUID id = hours.submitted(world.client(), 1).id(0);

        refuses("time_entry_final_within_a_day", () -> update(id, "adjusted_minutes = -451"));
        refuses("time_entry_final_within_a_day", () -> update(id, "adjusted_minutes = 991"));
    }

    @Test
    void aStatusRequiresItsColumns() {
        UUID open = hours.worked(world.client(), 1).id(0);
        UUID submitted = hours.submitted(world.client(), 1).id(0);

        refuses("time_entry_declared_whole", () -> update(open, "status = 'SUBMITTED'"));
        refuses("time_entry_approval_signed", () -> update(submitted, "status = 'APPROVED'"));
        refuses("time_entry_return_explained", () -> update(submitted, "status = 'RETURNED'"));
        refuses("time_entry_status_check", () -> update(submitted, "status = 'PAID'"));
    }

    @Test
    void theDatabaseComputesTheFinalHoursLikeTheEntity() {
        Random random = new Random(Seeds.next("theDatabaseComputesTheFinalHoursLikeTheEntity"));
        UUID id = hours.submitted(world.client(), 1).id(0);
        for (int i = 0; i < 20; i++) {
            int minutes = random.nextInt(600) - 300;
            try {
                hours.change(
                        id,
                        entry -> entry.adjust(
                                minutes, random.nextBoolean(), "Note", TimeEntries.STAFF, SomeTimeEntry.CLOCK));
            } catch (RuleViolation refused) {
                // Zero, or more than a day: refused without a change.
            }
            assertThat(finalMinutes(id))
                    .isEqualTo(hours.get(id).hours().finalMinutes())
                    .isBetween(0, 1_440);
        }
    }

    @Test
    void aShiftHasOneTimeEntryForRepeatedEvents() {
        Worked worked = hours.worked(world.client(), 1);
        Shift shift = worked.request().shifts().get(0);

        transaction.executeWithoutResult(
                status -> events.publishEvent(TimeEntries.worked(worked.request(), shift, worked.substitute())));

        assertThat(jdbc.sql("select count(*) from time_entry where shift_id = ?")
                        .param(shift.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAbsentSubstituteHasNoTimeEntry() {
        Worked worked = hours.worked(world.client(), 2);

        noShow(worked, 0);

        assertThat(hours.get(worked.id(0))).isNull();
        assertThat(hours.get(worked.id(1))).isNotNull();
        noShow(worked, 0);
    }

    @Test
    void declaredHoursAreKeptWhenAnAbsenceIsRecorded() {
        Worked worked = hours.submitted(world.client(), 1);

        assertThatThrownBy(() -> noShow(worked, 0))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.key())
                        .isEqualTo("rule.entry.no-show-declared"));
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
    }

    private void noShow(Worked worked, int index) {
        Shift shift = worked.request().shifts().get(index);
        transaction.executeWithoutResult(status -> events.publishEvent(new ShiftSettled(
                worked.request().clientId(),
                worked.request().id(),
                new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Josée Lavoie"),
                shift.id(),
                new PlannedShift(shift.startsAt(), shift.endsAt(), shift.breakMinutes(), shift.zone()),
                ShiftSettled.Outcome.NO_SHOW,
                worked.substitute().name(),
                "Elle n’est pas venue.",
                List.of())));
    }

    private UUID approved() {
        Worked worked = hours.submitted(world.client(), 1);
        hours.approve(worked.id(0), world.actor(worked.client().account()));
        return worked.id(0);
    }

    private UUID adjusted(int minutes) {
        UUID id = hours.submitted(world.client(), 1).id(0);
        hours.change(id, entry -> entry.adjust(minutes, null, "Note", TimeEntries.STAFF, SomeTimeEntry.CLOCK));
        return id;
    }

    private int finalMinutes(UUID id) {
        return jdbc.sql("select final_minutes from time_entry where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void update(UUID id, String change) {
        jdbc.sql("update time_entry set " + change + " where id = ?").param(id).update();
    }

    private void insertAdjustment(UUID id, String minutes, String note) {
        jdbc.sql("insert into adjustment (id, time_entry_id, client_id, minutes, note, at, by_id, by_name)"
                        + " select ?, id, client_id, " + minutes + ", " + note + ", now(), ?, 'Marie Tremblay'"
                        + " from time_entry where id = ?")
                .params(UUID.randomUUID(), UUID.randomUUID(), id)
                .update();
    }

    private static void refuses(String why, ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }
}
