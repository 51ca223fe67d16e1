package ca.releve.replacement;

import static ca.releve.replacement.RequestStatus.CANCELLED;
import static ca.releve.replacement.RequestStatus.COMPLETED;
import static ca.releve.replacement.RequestStatus.DECLINED;
import static ca.releve.replacement.RequestStatus.DRAFT;
import static ca.releve.replacement.RequestStatus.FILLED;
import static ca.releve.replacement.RequestStatus.IN_PROGRESS;
import static ca.releve.replacement.RequestStatus.NEEDS_INFO;
import static ca.releve.replacement.RequestStatus.PARTIALLY_FILLED;
import static ca.releve.replacement.RequestStatus.SEARCHING;
import static ca.releve.replacement.RequestStatus.SUBMITTED;
import static ca.releve.replacement.RequestStatus.UNFILLED;
import static ca.releve.replacement.SomeRequest.MANAGER;
import static ca.releve.replacement.SomeRequest.STAFF;
import static ca.releve.replacement.SomeRequest.at;
import static ca.releve.replacement.SomeRequest.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.replacement.RequestEvent.ScheduleDefined;
import ca.releve.replacement.ShiftChanged.Effect;
import ca.releve.replacement.ShiftEvent.ShiftWorked;
import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.substitute.Substitute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReplacementRequestTests {

    /** The verbs of a request, each with valid arguments. */
    private enum Verb {
        EDIT(some -> some.request.edit(some.facility, some.need, List.of(), MANAGER, some.clock)),
        SCHEDULE(some -> some.request.schedule(List.of(day("2027-03-15", "08:00", "16:00", 30)), MANAGER, some.clock)),
        CANCEL(some -> some.request.cancel("Elle est revenue.", MANAGER, some.clock)),
        DELETE(some -> some.request.delete(MANAGER)),
        TAKE(some -> some.request.take(STAFF, some.clock)),
        ASK(some -> some.request.askForInfo("À quelle porte?", STAFF, some.clock)),
        ANSWER(some -> some.request.giveInfo("Celle du parc.", MANAGER, some.clock)),
        DECLINE(some -> some.request.decline("Personne.", STAFF, some.clock));

        private final Consumer<SomeRequest> act;

        Verb(Consumer<SomeRequest> act) {
            this.act = act;
        }
    }

    private static final Map<Verb, Set<RequestStatus>> ALLOWED = new EnumMap<>(Map.of(
            Verb.EDIT, EnumSet.of(DRAFT, SUBMITTED, NEEDS_INFO, SEARCHING, PARTIALLY_FILLED, FILLED, IN_PROGRESS),
            Verb.SCHEDULE, EnumSet.of(DRAFT, SUBMITTED, NEEDS_INFO, SEARCHING, PARTIALLY_FILLED, FILLED, IN_PROGRESS),
            Verb.CANCEL, EnumSet.of(SUBMITTED, NEEDS_INFO, SEARCHING, PARTIALLY_FILLED, FILLED, IN_PROGRESS),
            Verb.DELETE, EnumSet.of(DRAFT),
            Verb.TAKE, EnumSet.of(SUBMITTED),
            Verb.ASK, EnumSet.of(SUBMITTED, SEARCHING),
            Verb.ANSWER, EnumSet.of(NEEDS_INFO),
            Verb.DECLINE, EnumSet.of(SUBMITTED, NEEDS_INFO, SEARCHING)));

    /** Every verb in every state (INT-07): a verb that is not allowed is refused and changes nothing. */
    @TestFactory
    List<DynamicTest> everyVerbIsAllowedOrRefusedInEveryState() {
        List<DynamicTest> pairs = new ArrayList<>();
        for (RequestStatus status : RequestStatus.values()) {
            for (Verb verb : Verb.values()) {
                boolean allowed = ALLOWED.get(verb).contains(status);
                pairs.add(DynamicTest.dynamicTest(
                        status + " " + verb + (allowed ? " allowed" : " refused"),
                        () -> assertPair(status, verb, allowed)));
            }
        }
        return pairs;
    }

    private static void assertPair(RequestStatus status, Verb verb, boolean allowed) {
        SomeRequest some = SomeRequest.in(status);
        assertThat(some.request.status()).isEqualTo(status);
        List<ShiftStatus> before = some.shifts();

        Throwable refusal = catchThrowable(() -> verb.act.accept(some));

        if (allowed) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isInstanceOf(RuleViolation.class).hasMessageStartingWith("rule.request.");
            assertThat(some.request.status()).isEqualTo(status);
            assertThat(some.shifts()).isEqualTo(before);
            assertThat(some.happened()).isEmpty();
        }
    }

    @Test
    void aRequestBeginsAsADraftThatIsNotSent() {
        SomeRequest some = SomeRequest.draft();

        assertThat(some.request.status()).isEqualTo(DRAFT);
        assertThat(some.request.submittedAt()).isNull();
        assertThat(some.request.code()).isEqualTo("K7Q-4MXB");
        assertThat(some.request.createdByName()).isEqualTo("Marie Tremblay");
        assertThat(some.happened()).containsExactly("request.created");
    }

    @Test
    void theFirstScheduleSendsTheRequestAndASecondOneAddsToIt() {
        SomeRequest some = SomeRequest.draft();

        some.request.schedule(List.of(day("2027-03-08", "08:00", "16:00", 30)), MANAGER, some.clock);

        assertThat(some.request.status()).isEqualTo(SUBMITTED);
        assertThat(some.request.submittedAt()).isEqualTo(some.clock.instant());
        some.request.schedule(List.of(day("2027-03-05", "08:00", "12:00", 0)), MANAGER, some.clock);
        assertThat(some.happened()).containsExactly("request.created", "request.submitted", "schedule.added");
        assertThat(some.request.shifts()).extracting(Shift::startsAt).isSorted();
        assertThat(some.request.progress().firstStart()).isEqualTo(at("2027-03-05", "08:00"));
        assertThat(some.request.progress().lastEnd()).isEqualTo(at("2027-03-08", "16:00"));
        assertThat(some.request.progress().shiftCount()).isEqualTo(2);
    }

    @Test
    void aScheduleIsReportedInOneEvent() {
        ScheduleDefined sent = (ScheduleDefined)
                List.copyOf(SomeRequest.submitted().request.events()).get(1);

        assertThat(sent.sent()).isTrue();
        assertThat(sent.facts())
                .containsExactly(
                        Fact.text("2"),
                        Fact.hours(900),
                        Fact.instant(at("2027-03-08", "08:00")),
                        Fact.instant(at("2027-03-09", "16:00")));
    }

    @Test
    void twoShiftsOfARequestNeverOverlapButMayTouch() {
        SomeRequest some = SomeRequest.submitted();

        assertRefused(
                "rule.schedule.overlap",
                () -> some.request.schedule(List.of(day("2027-03-09", "15:59", "18:00", 0)), MANAGER, some.clock));
        some.request.schedule(List.of(day("2027-03-09", "16:00", "18:00", 0)), MANAGER, some.clock);

        assertThat(some.request.progress().shiftCount()).isEqualTo(3);
    }

    @Test
    void twoShiftsOfOneScheduleMayNotOverlapEither() {
        SomeRequest some = SomeRequest.draft();

        assertRefused(
                "rule.schedule.overlap",
                () -> some.request.schedule(
                        List.of(day("2027-03-08", "22:00", "08:00", 0), day("2027-03-09", "07:00", "12:00", 0)),
                        MANAGER,
                        some.clock));
    }

    @Test
    void aRefusedOverlapNamesTheDay() {
        SomeRequest some = SomeRequest.submitted();

        assertThatThrownBy(() ->
                        some.request.schedule(List.of(day("2027-03-09", "08:00", "12:00", 0)), MANAGER, some.clock))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.arguments())
                        .containsExactly(java.time.LocalDate.parse("2027-03-09")));
    }

    @Test
    void anEmptyPastOrTooLongScheduleIsRefused() {
        SomeRequest some = SomeRequest.draft();

        assertRefused("rule.schedule.empty", () -> some.request.schedule(List.of(), MANAGER, some.clock));
        assertRefused(
                "rule.schedule.past",
                () -> some.request.schedule(List.of(day("2027-02-26", "08:00", "16:00", 0)), MANAGER, some.clock));
        List<PlannedShift> many = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            many.add(day(java.time.LocalDate.parse("2027-04-01").plusDays(i).toString(), "08:00", "16:00", 0));
        }
        assertRefused("rule.schedule.too-many", () -> some.request.schedule(many, MANAGER, some.clock));
    }

    @Test
    void aShiftThatHasBegunMayStillBeRequestedUntilItEnds() {
        SomeRequest some = SomeRequest.draft();

        some.request.schedule(List.of(day("2027-03-01", "07:00", "16:00", 30)), MANAGER, some.clock);

        assertThat(some.request.status()).isEqualTo(SUBMITTED);
    }

    @Test
    void aRequestForAnInactiveInstallationIsRefused() {
        SomeRequest some = SomeRequest.draft();
        ca.releve.client.Facility closed = some.place("Fermée");
        org.springframework.test.util.ReflectionTestUtils.setField(closed, "active", false);

        assertRefused(
                "rule.facility.inactive", () -> new ReplacementRequest("X", closed, some.need, MANAGER, some.clock));
        assertRefused(
                "rule.facility.inactive", () -> some.request.edit(closed, some.need, List.of(), MANAGER, some.clock));
    }

    @Test
    void aChangedNeedMustBeReconfirmedByTheSubstitutes() {
        SomeRequest some = SomeRequest.filled();
        Need another =
                new Need(some.need.jobFunctionId(), UUID.randomUUID(), some.need.taskTypeId(), true, some.need.notes());

        some.request.edit(some.facility, another, List.of("m:field.ageGroupId", "t:a", "t:b"), MANAGER, some.clock);

        assertThat(some.shifts()).containsExactly(ShiftStatus.TO_RECONFIRM, ShiftStatus.TO_RECONFIRM);
        assertThat(some.request.status()).isEqualTo(SEARCHING);
        assertThat(some.happened()).last().isEqualTo("request.edited.1");
    }

    @Test
    void changedNotesNeedNoReconfirmation() {
        SomeRequest some = SomeRequest.filled();
        some.request.clearEvents();

        some.request.edit(some.facility, noted(some.need), List.of(), MANAGER, some.clock);

        assertThat(some.request.status()).isEqualTo(FILLED);
        assertThat(some.request.need().notes()).isEqualTo("Entrer par la cour.");
        assertThat(some.happened()).isEmpty();
    }

    @Test
    void aChangedInstallationMustBeReconfirmedByTheSubstitutes() {
        SomeRequest some = SomeRequest.filled();

        some.request.edit(some.place("Saint-Charles"), some.need, List.of(), MANAGER, some.clock);

        assertThat(some.shifts()).containsOnly(ShiftStatus.TO_RECONFIRM);
    }

    @Test
    void onlyTheNotesCanBeChangedOnceTheRequestHasBegun() {
        SomeRequest some = SomeRequest.inProgress();

        assertRefused(
                "rule.request.begun-only-notes",
                () -> some.request.edit(some.place("Ailleurs"), some.need, List.of(), MANAGER, some.clock));
        some.request.edit(some.facility, noted(some.need), List.of(), MANAGER, some.clock);
        assertThat(some.request.need().notes()).isEqualTo("Entrer par la cour.");
    }

    @Test
    void changedTimesMustBeReconfirmedByTheSubstitute() {
        SomeRequest some = SomeRequest.filled();

        Effect effect = some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "09:00", "17:00", 30), true, MANAGER, some.clock);

        assertThat(effect).isEqualTo(Effect.TO_RECONFIRM);
        assertThat(some.shifts()).containsExactly(ShiftStatus.TO_RECONFIRM, ShiftStatus.CONFIRMED);
        assertThat(some.shift(0).substituteId()).hasValue(some.substitute.id());
        assertThat(some.request.status()).isEqualTo(PARTIALLY_FILLED);
        assertThat(some.happened()).last().isEqualTo("shift.changed-to-reconfirm");
    }

    @Test
    void aSubstituteWhoIsBookedElsewhereAtTheNewTimesIsReleased() {
        SomeRequest some = SomeRequest.filled();

        Effect effect = some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "09:00", "17:00", 30), false, MANAGER, some.clock);

        assertThat(effect).isEqualTo(Effect.RELEASED);
        assertThat(some.shifts()).containsExactly(ShiftStatus.OPEN, ShiftStatus.CONFIRMED);
        assertThat(some.shift(0).substituteId()).isEmpty();
        assertThat(some.happened()).last().isEqualTo("shift.changed-released");
    }

    @Test
    void aBreakThatChangesThePaidHoursMustBeReconfirmed() {
        SomeRequest some = SomeRequest.filled();

        Effect effect = some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "08:00", "16:00", 60), false, MANAGER, some.clock);

        assertThat(effect).isEqualTo(Effect.TO_RECONFIRM);
        assertThat(some.shift(0).status()).isEqualTo(ShiftStatus.TO_RECONFIRM);
        assertThat(some.shift(0).paidMinutes()).isEqualTo(420);
        assertThat(some.happened()).last().isEqualTo("shift.changed-to-reconfirm");
    }

    @Test
    void theSameTimesAreNoChange() {
        SomeRequest some = SomeRequest.filled();
        some.request.clearEvents();

        some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "08:00", "16:00", 30), false, MANAGER, some.clock);

        assertThat(some.request.status()).isEqualTo(FILLED);
        assertThat(some.happened()).isEmpty();
    }

    @Test
    void aShiftMayOverlapItsOwnOldTimesButNoOtherShift() {
        SomeRequest some = SomeRequest.submitted();
        UUID first = some.shift(0).id();

        some.request.changeShift(first, day("2027-03-08", "09:00", "17:00", 30), true, MANAGER, some.clock);

        assertRefused(
                "rule.schedule.overlap",
                () -> some.request.changeShift(
                        first, day("2027-03-09", "10:00", "12:00", 0), true, MANAGER, some.clock));
        assertRefused(
                "rule.schedule.past",
                () -> some.request.changeShift(
                        first, day("2027-02-08", "10:00", "12:00", 0), true, MANAGER, some.clock));
    }

    @Test
    void aFilledShiftThatHasBegunIsNeitherChangedNorCancelled() {
        SomeRequest some = SomeRequest.inProgress();
        UUID begun = some.shift(0).id();

        assertRefused(
                "rule.shift.not-changeable",
                () -> some.request.changeShift(
                        begun, day("2027-03-08", "08:00", "17:00", 30), true, MANAGER, some.clock));
        assertRefused("rule.shift.not-cancellable", () -> some.request.cancelShift(begun, "Non.", MANAGER, some.clock));
    }

    @Test
    void anOpenShiftThatHasBegunMayBeChangedUntilItEnds() {
        SomeRequest some = SomeRequest.searching();
        some.it("2027-03-08", "09:00");

        some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "10:00", "16:00", 30), true, MANAGER, some.clock);

        assertThat(some.shift(0).startsAt()).isEqualTo(at("2027-03-08", "10:00"));
        some.clock.now = at("2027-03-08", "16:00");
        assertRefused(
                "rule.shift.not-changeable",
                () -> some.request.changeShift(
                        some.shift(0).id(), day("2027-03-10", "10:00", "16:00", 30), true, MANAGER, some.clock));
    }

    @Test
    void aShiftOfAnotherRequestIsNotFound() {
        SomeRequest some = SomeRequest.submitted();

        assertThatThrownBy(() -> some.request.cancelShift(UUID.randomUUID(), "Non.", MANAGER, some.clock))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void cancellingOneShiftKeepsTheOthersAndCancellingTheLastCancelsTheRequest() {
        SomeRequest some = SomeRequest.filled();

        some.request.cancelShift(some.shift(0).id(), "Journée pédagogique.", MANAGER, some.clock);

        assertThat(some.shifts()).containsExactly(ShiftStatus.CANCELLED, ShiftStatus.CONFIRMED);
        assertThat(some.shift(0).statusReason()).isEqualTo("Journée pédagogique.");
        assertThat(some.request.status()).isEqualTo(FILLED);
        assertThat(some.request.progress().shiftCount()).isEqualTo(1);
        some.request.cancelShift(some.shift(1).id(), "Journée pédagogique.", MANAGER, some.clock);
        assertThat(some.request.status()).isEqualTo(CANCELLED);
        assertThat(some.request.decision().orElseThrow().by()).isEqualTo("Marie Tremblay");
        assertThat(some.request.decision().orElseThrow().reason()).isEqualTo("Journée pédagogique.");
    }

    @Test
    void theTimesOfACancelledShiftAreFreeAgain() {
        SomeRequest some = SomeRequest.filled();
        some.request.cancelShift(some.shift(0).id(), "Erreur.", MANAGER, some.clock);

        some.request.schedule(List.of(day("2027-03-08", "08:00", "16:00", 0)), MANAGER, some.clock);

        assertThat(some.request.progress().shiftCount()).isEqualTo(2);
    }

    @Test
    void aCancellationRecordsWhoWhyAndWhen() {
        SomeRequest some = SomeRequest.cancelled();

        assertThat(some.shifts()).containsOnly(ShiftStatus.CANCELLED);
        assertThat(some.shift(0).substituteId()).isEmpty();
        assertThat(some.request.decision().orElseThrow().by()).isEqualTo("Marie Tremblay");
        assertThat(some.request.decision().orElseThrow().reason()).isEqualTo("Elle est revenue.");
        assertThat(some.request.decision().orElseThrow().at()).isEqualTo(some.clock.instant());
        assertThat(some.happened()).last().isEqualTo("request.cancelled");
    }

    @Test
    void aCancellationKeepsShiftsThatAreWorkedOrHaveBegun() {
        SomeRequest some = SomeRequest.inProgress();

        some.request.cancel("Elle est revenue.", MANAGER, some.clock);

        assertThat(some.shifts()).containsExactly(ShiftStatus.CONFIRMED, ShiftStatus.CANCELLED);
        assertThat(some.request.status()).isEqualTo(IN_PROGRESS);
        some.it("2027-03-08", "16:00");
        assertThat(some.shifts()).containsExactly(ShiftStatus.WORKED, ShiftStatus.CANCELLED);
        assertThat(some.request.status()).isEqualTo(COMPLETED);
    }

    @Test
    void aShiftThatIsOverIsNotCancelledEvenBeforeTheTaskHasRun() {
        SomeRequest some = SomeRequest.filled();
        some.clock.now = at("2027-03-08", "16:05");

        some.request.cancel("Elle est revenue.", MANAGER, some.clock);

        assertThat(some.shifts()).containsExactly(ShiftStatus.WORKED, ShiftStatus.CANCELLED);
        assertThat(some.request.status()).isEqualTo(COMPLETED);
    }

    @Test
    void aRequestWhoseShiftsHaveAllBegunCannotBeCancelled() {
        SomeRequest some = SomeRequest.filled();
        some.it("2027-03-09", "09:00");

        assertRefused(
                "rule.request.nothing-to-cancel", () -> some.request.cancel("Elle est revenue.", MANAGER, some.clock));
    }

    @Test
    void anAnsweredQuestionReturnsTheRequestToItsFormerStatus() {
        SomeRequest some = SomeRequest.submitted();

        some.request.askForInfo(" À quelle porte? ", STAFF, some.clock);
        assertThat(some.request.status()).isEqualTo(NEEDS_INFO);
        assertThat(some.request.decision().orElseThrow().reason()).isEqualTo("À quelle porte?");

        some.request.giveInfo("Celle du parc.", MANAGER, some.clock);
        assertThat(some.request.status()).isEqualTo(SUBMITTED);
        assertThat(some.request.decision()).isEmpty();
        assertThat(some.request.events()).last().satisfies(it -> assertThat(it.reason())
                .isEqualTo("Celle du parc."));
    }

    @Test
    void decliningARequestMarksEveryShiftAsUnfilled() {
        SomeRequest some = SomeRequest.declined();

        assertThat(some.request.status()).isEqualTo(DECLINED);
        assertThat(some.shifts()).containsOnly(ShiftStatus.UNFILLED);
        assertThat(some.request.decision().orElseThrow().reason()).isEqualTo("Personne cette semaine.");
    }

    @Test
    void aRequestForWhichSomebodyIsConfirmedIsNotDeclined() {
        assertThat(SomeRequest.partiallyFilled().request.isDeclinable()).isFalse();
    }

    @Test
    void statusFollowsFromTheShiftsAsTheyAreFilledAndWorked() {
        SomeRequest some = SomeRequest.searching();

        some.assign(0);
        assertThat(some.request.status()).isEqualTo(PARTIALLY_FILLED);
        some.assign(1);
        assertThat(some.request.status()).isEqualTo(FILLED);
        some.it("2027-03-08", "08:00");
        assertThat(some.request.status()).isEqualTo(IN_PROGRESS);
        some.it("2027-03-08", "16:00");
        assertThat(some.shifts()).containsExactly(ShiftStatus.WORKED, ShiftStatus.CONFIRMED);
        some.it("2027-03-09", "16:00");
        assertThat(some.request.status()).isEqualTo(COMPLETED);
        assertThat(some.request.progress().nextChangeAt()).isNull();
    }

    @Test
    void assigningTakesTheRequestOnAndAnswersItsQuestion() {
        SomeRequest some = SomeRequest.needingInfo();

        some.assign(0, 1);

        assertThat(some.request.status()).isEqualTo(FILLED);
        assertThat(some.request.decision()).isEmpty();
    }

    @Test
    void aSecondAssignmentAndAnAssignmentToNoShiftAreRefused() {
        SomeRequest some = SomeRequest.partiallyFilled();

        assertRefused("rule.shift.not-open", () -> some.assign(0));
        assertRefused("rule.assignment.no-shift", some::assign);
        assertRefused(
                "rule.request.not-assignable", () -> SomeRequest.declined().assign(0));
        assertRefused(
                "rule.request.not-assignable", () -> SomeRequest.cancelled().assign(0));
    }

    @Test
    void anInactiveSubstituteIsNotAssigned() {
        SomeRequest some = SomeRequest.searching();
        Substitute gone = new Substitute("Zoé", "Roy", "", "", true);
        org.springframework.test.util.ReflectionTestUtils.setField(gone, "active", false);

        assertRefused(
                "rule.substitute.inactive",
                () -> some.request.assign(List.of(some.shift(0).id()), gone, STAFF, some.clock));
    }

    @Test
    void aSubstituteWhoWorkedUnrecordedIsAssignedAfterwards() {
        SomeRequest some = SomeRequest.unfilled();
        some.request.clearEvents();

        some.assign(0);

        assertThat(some.shifts()).containsExactly(ShiftStatus.WORKED, ShiftStatus.UNFILLED);
        assertThat(some.request.status()).isEqualTo(COMPLETED);
        assertThat(some.happened()).containsExactly("substitute.confirmed", "shift.worked");
    }

    @Test
    void theEndOfAShiftIsReportedOnceWithThePlannedTimes() {
        SomeRequest some = SomeRequest.filled();
        some.request.clearEvents();

        some.it("2027-03-08", "16:00");
        some.it("2027-03-08", "16:01");

        assertThat(some.request.events()).singleElement().isInstanceOfSatisfying(ShiftWorked.class, worked -> {
            assertThat(worked.by()).isEqualTo(Actor.PORTAL);
            assertThat(worked.substituteId()).isEqualTo(some.substitute.id());
            assertThat(worked.facilityId()).isEqualTo(some.facility.id());
            assertThat(worked.planned()).isEqualTo(day("2027-03-08", "08:00", "16:00", 30));
        });
    }

    @Test
    void aSubstituteReconfirmsAShift() {
        SomeRequest some = SomeRequest.filled();
        some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "09:00", "17:00", 30), true, MANAGER, some.clock);

        some.request.settle(some.shift(0).id(), Outcome.RECONFIRMED, "Amélie Gagnon", null, STAFF, some.clock);

        assertThat(some.request.status()).isEqualTo(FILLED);
        assertThat(some.happened()).last().isEqualTo("shift.reconfirmed");
        assertRefused(
                "rule.shift.not-to-reconfirm",
                () -> some.request.settle(
                        some.shift(0).id(), Outcome.RECONFIRMED, "Amélie Gagnon", null, STAFF, some.clock));
    }

    @Test
    void aShiftReconfirmedAfterItsEndIsWorked() {
        SomeRequest some = SomeRequest.filled();
        some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "09:00", "17:00", 30), true, MANAGER, some.clock);
        some.it("2027-03-08", "18:00");
        assertThat(some.shift(0).status()).isEqualTo(ShiftStatus.TO_RECONFIRM);

        some.request.settle(some.shift(0).id(), Outcome.RECONFIRMED, "Amélie Gagnon", null, STAFF, some.clock);

        assertThat(some.shift(0).status()).isEqualTo(ShiftStatus.WORKED);
        assertThat(some.happened()).endsWith("shift.reconfirmed", "shift.worked");
    }

    @Test
    void aSubstituteIsReleasedFromAShift() {
        SomeRequest some = SomeRequest.filled();

        some.request.settle(some.shift(0).id(), Outcome.RELEASED, "Amélie Gagnon", "Grippe.", STAFF, some.clock);

        assertThat(some.shifts()).containsExactly(ShiftStatus.OPEN, ShiftStatus.CONFIRMED);
        assertThat(some.shift(0).statusReason()).isEqualTo("Grippe.");
        assertThat(some.happened()).last().isEqualTo("shift.released");
        assertRefused(
                "rule.shift.nobody-to-release",
                () -> some.request.settle(some.shift(0).id(), Outcome.RELEASED, "", "Grippe.", STAFF, some.clock));
    }

    @Test
    void anAbsenceCanBeRecordedFromTheStartOfTheShift() {
        SomeRequest some = SomeRequest.filled();
        UUID first = some.shift(0).id();

        assertRefused(
                "rule.shift.no-show",
                () -> some.request.settle(first, Outcome.NO_SHOW, "Amélie Gagnon", "Absente.", STAFF, some.clock));
        some.it("2027-03-08", "08:30");
        some.request.settle(first, Outcome.NO_SHOW, "Amélie Gagnon", "Absente.", STAFF, some.clock);

        assertThat(some.shift(0).status()).isEqualTo(ShiftStatus.NO_SHOW);
        assertThat(some.request.status()).isEqualTo(IN_PROGRESS);
        assertThat(some.happened()).last().isEqualTo("shift.no-show");
    }

    @Test
    void afterAnAbsenceTheSameHoursCanBeAskedForAgain() {
        SomeRequest some = SomeRequest.filled();
        some.it("2027-03-08", "08:30");
        assertRefused(
                "rule.schedule.overlap",
                () -> some.request.schedule(List.of(some.shift(0).planned()), MANAGER, some.clock));
        some.request.settle(some.shift(0).id(), Outcome.NO_SHOW, "Amélie Gagnon", "Absente.", STAFF, some.clock);

        some.request.schedule(List.of(some.shift(0).planned()), MANAGER, some.clock);

        assertThat(some.shifts())
                .containsExactlyInAnyOrder(ShiftStatus.NO_SHOW, ShiftStatus.OPEN, ShiftStatus.CONFIRMED);
    }

    @Test
    void afterTheOnlySubstituteWasAbsentTheRequestStaysOpenUntilTheEndOfTheShift() {
        SomeRequest some = SomeRequest.filled();
        some.request.cancelShift(some.shift(1).id(), "Un jour suffit.", MANAGER, some.clock);
        some.it("2027-03-08", "08:30");
        some.request.settle(some.shift(0).id(), Outcome.NO_SHOW, "Amélie Gagnon", "Absente.", STAFF, some.clock);

        assertThat(some.request.status()).isEqualTo(IN_PROGRESS);
        assertThat(some.request.progress().nextChangeAt()).isEqualTo(SomeRequest.at("2027-03-08", "16:00"));
        some.it("2027-03-08", "16:00");
        assertThat(some.request.status()).isEqualTo(UNFILLED);
        assertThat(some.request.progress().nextChangeAt()).isNull();
    }

    @Test
    void aShiftIsMarkedAsUnfilled() {
        SomeRequest some = SomeRequest.searching();

        some.request.settle(some.shift(0).id(), Outcome.GIVEN_UP, "", "Personne de libre.", STAFF, some.clock);
        some.request.settle(some.shift(1).id(), Outcome.GIVEN_UP, "", "Personne de libre.", STAFF, some.clock);

        assertThat(some.request.status()).isEqualTo(UNFILLED);
        assertThat(some.happened()).last().isEqualTo("shift.given-up");
        assertRefused(
                "rule.shift.not-open",
                () -> some.request.settle(some.shift(0).id(), Outcome.GIVEN_UP, "", "Encore.", STAFF, some.clock));
    }

    @Test
    void theNextChangeIsTheNextStartOrEnd() {
        SomeRequest some = SomeRequest.filled();

        assertThat(some.request.progress().nextChangeAt()).isEqualTo(at("2027-03-08", "08:00"));
        assertThat(some.request.progress().nextShiftId())
                .isEqualTo(some.shift(0).id());
        some.it("2027-03-08", "08:00");
        assertThat(some.request.progress().nextChangeAt()).isEqualTo(at("2027-03-08", "16:00"));
        some.clock.advance(Duration.ofHours(8));
        some.request.advance(some.clock);
        assertThat(some.request.progress().nextChangeAt()).isEqualTo(at("2027-03-09", "08:00"));
        assertThat(some.request.progress().nextShiftId())
                .isEqualTo(some.shift(1).id());
    }

    @Test
    void eventsArePublishedOnce() {
        SomeRequest some = SomeRequest.submitted();

        some.request.clearEvents();

        assertThat(some.happened()).isEmpty();
    }

    private static Need noted(Need need) {
        return new Need(
                need.jobFunctionId(), need.ageGroupId(), need.taskTypeId(), need.qualified(), "Entrer par la cour.");
    }

    private static void assertRefused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(RuleViolation.class).hasMessage(rule);
    }
}
