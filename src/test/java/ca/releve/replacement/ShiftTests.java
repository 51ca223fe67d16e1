package ca.releve.replacement;

import static ca.releve.replacement.ShiftStatus.CONFIRMED;
import static ca.releve.replacement.ShiftStatus.NO_SHOW;
import static ca.releve.replacement.ShiftStatus.OPEN;
import static ca.releve.replacement.ShiftStatus.TO_RECONFIRM;
import static ca.releve.replacement.ShiftStatus.UNFILLED;
import static ca.releve.replacement.ShiftStatus.WORKED;
import static ca.releve.replacement.SomeRequest.MANAGER;
import static ca.releve.replacement.SomeRequest.STAFF;
import static ca.releve.replacement.SomeRequest.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.shared.RuleViolation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The verbs of the first shift of {@link SomeRequest}, on 8 March from 8:00 to 16:00, before, during and after it (INT-07). */
class ShiftTests {

    /** Three times: before, during and after the shift. */
    private enum Moment {
        BEFORE("2027-03-07", "12:00"),
        DURING("2027-03-08", "12:00"),
        AFTER("2027-03-08", "16:00");

        private final String day;
        private final String time;

        Moment(String day, String time) {
            this.day = day;
            this.time = time;
        }
    }

    private enum Verb {
        CHANGE(some -> some.request.changeShift(
                some.shift(0).id(), day("2027-03-08", "09:00", "18:00", 30), true, MANAGER, some.clock)),
        CANCEL(some -> some.request.cancelShift(some.shift(0).id(), "Non.", MANAGER, some.clock)),
        ASSIGN(some -> some.assign(0)),
        RECONFIRM(some ->
                some.request.settle(some.shift(0).id(), Outcome.RECONFIRMED, "Amélie Gagnon", null, STAFF, some.clock)),
        RELEASE(some -> some.request.settle(
                some.shift(0).id(), Outcome.RELEASED, "Amélie Gagnon", "Grippe.", STAFF, some.clock)),
        NO_SHOW(some -> some.request.settle(
                some.shift(0).id(), Outcome.NO_SHOW, "Amélie Gagnon", "Absente.", STAFF, some.clock)),
        REPORT_LATE(some -> some.request.reportLate(some.shift(0).id(), "Amélie Gagnon", MANAGER, some.clock)),
        GIVE_UP(some -> some.request.settle(some.shift(0).id(), Outcome.GIVEN_UP, "", "Personne.", STAFF, some.clock));

        private final Consumer<SomeRequest> act;

        Verb(Consumer<SomeRequest> act) {
            this.act = act;
        }
    }

    private static final Map<Moment, Map<Verb, Set<ShiftStatus>>> ALLOWED = Map.of(
            Moment.BEFORE,
            Map.of(
                    Verb.CHANGE, EnumSet.of(OPEN, CONFIRMED, TO_RECONFIRM),
                    Verb.CANCEL, EnumSet.of(OPEN, CONFIRMED, TO_RECONFIRM),
                    Verb.ASSIGN, EnumSet.of(OPEN, UNFILLED),
                    Verb.RECONFIRM, EnumSet.of(TO_RECONFIRM),
                    Verb.RELEASE, EnumSet.of(CONFIRMED, TO_RECONFIRM),
                    Verb.NO_SHOW, EnumSet.noneOf(ShiftStatus.class),
                    Verb.REPORT_LATE, EnumSet.noneOf(ShiftStatus.class),
                    Verb.GIVE_UP, EnumSet.of(OPEN)),
            Moment.DURING,
            Map.of(
                    Verb.CHANGE, EnumSet.of(OPEN),
                    Verb.CANCEL, EnumSet.of(OPEN),
                    Verb.ASSIGN, EnumSet.of(OPEN, UNFILLED),
                    Verb.RECONFIRM, EnumSet.of(TO_RECONFIRM),
                    Verb.RELEASE, EnumSet.of(CONFIRMED, TO_RECONFIRM),
                    Verb.NO_SHOW, EnumSet.of(CONFIRMED, TO_RECONFIRM),
                    Verb.REPORT_LATE, EnumSet.of(CONFIRMED, TO_RECONFIRM),
                    Verb.GIVE_UP, EnumSet.of(OPEN)),
            Moment.AFTER,
            Map.of(
                    Verb.CHANGE, EnumSet.noneOf(ShiftStatus.class),
                    Verb.CANCEL, EnumSet.noneOf(ShiftStatus.class),
                    Verb.ASSIGN, EnumSet.of(UNFILLED),
                    Verb.RECONFIRM, EnumSet.of(TO_RECONFIRM),
                    Verb.RELEASE, EnumSet.of(TO_RECONFIRM),
                    Verb.NO_SHOW, EnumSet.of(WORKED, TO_RECONFIRM),
                    Verb.REPORT_LATE, EnumSet.of(WORKED, TO_RECONFIRM),
                    Verb.GIVE_UP, EnumSet.noneOf(ShiftStatus.class)));

    /** The possible states at each time: no shift is worked before its end, and none is open after it. */
    private static final Map<Moment, Set<ShiftStatus>> POSSIBLE = Map.of(
            Moment.BEFORE, EnumSet.of(OPEN, CONFIRMED, TO_RECONFIRM, UNFILLED, ShiftStatus.CANCELLED),
            Moment.DURING, EnumSet.of(OPEN, CONFIRMED, TO_RECONFIRM, NO_SHOW, UNFILLED, ShiftStatus.CANCELLED),
            Moment.AFTER, EnumSet.of(WORKED, TO_RECONFIRM, NO_SHOW, UNFILLED, ShiftStatus.CANCELLED));

    @TestFactory
    List<DynamicTest> everyVerbIsAllowedOrRefusedInEveryStateAtEveryMoment() {
        List<DynamicTest> cases = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            for (ShiftStatus status : POSSIBLE.get(moment)) {
                for (Verb verb : Verb.values()) {
                    boolean allowed = ALLOWED.get(moment).get(verb).contains(status);
                    cases.add(DynamicTest.dynamicTest(
                            moment + " " + status + " " + verb + (allowed ? " allowed" : " refused"),
                            () -> assertCase(moment, status, verb, allowed)));
                }
            }
        }
        return cases;
    }

    private static void assertCase(Moment moment, ShiftStatus status, Verb verb, boolean allowed) {
        SomeRequest some = withFirstShift(status, moment);
        assertThat(some.shift(0).status()).isEqualTo(status);

        Throwable refusal = catchThrowable(() -> verb.act.accept(some));

        if (allowed) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isInstanceOf(RuleViolation.class).hasMessageStartingWith("rule.shift.");
            assertThat(some.shift(0).status()).isEqualTo(status);
        }
    }

    @Test
    void thePageAndTheVerbUseTheSameCondition() {
        for (Moment moment : Moment.values()) {
            for (ShiftStatus status : POSSIBLE.get(moment)) {
                SomeRequest some = withFirstShift(status, moment);
                Shift shift = some.shift(0);
                assertThat(shift.isChangeable(some.clock))
                        .as("%s %s", moment, status)
                        .isEqualTo(ALLOWED.get(moment).get(Verb.CHANGE).contains(status));
                assertThat(shift.isAssignable())
                        .isEqualTo(ALLOWED.get(moment).get(Verb.ASSIGN).contains(status));
                assertThat(shift.isReleasable())
                        .isEqualTo(ALLOWED.get(moment).get(Verb.RELEASE).contains(status));
                assertThat(shift.mayBeMarkedNoShow(some.clock))
                        .isEqualTo(ALLOWED.get(moment).get(Verb.NO_SHOW).contains(status));
                assertThat(shift.mayBeLate(some.clock))
                        .isEqualTo(ALLOWED.get(moment).get(Verb.REPORT_LATE).contains(status));
            }
        }
    }

    @Test
    void aShiftHasAtMostOneSubstituteAndKeepsEarlierAssignments() {
        SomeRequest some = withFirstShift(CONFIRMED, Moment.BEFORE);

        Verb.RELEASE.act.accept(some);
        assertThat(some.shift(0).substituteId()).isEmpty();
        Verb.ASSIGN.act.accept(some);

        assertThat(some.shift(0).substituteId()).hasValue(some.substitute.id());
        assertThat(some.shift(0).statusReason()).isNull();
    }

    /** The first shift in that state; the second one stays open, so that the request stays open. */
    private static SomeRequest withFirstShift(ShiftStatus status, Moment moment) {
        SomeRequest some = SomeRequest.searching();
        if (Stream.of(CONFIRMED, WORKED, TO_RECONFIRM, NO_SHOW).anyMatch(status::equals)) {
            some.assign(0);
        }
        if (status == TO_RECONFIRM) {
            some.request.changeShift(
                    some.shift(0).id(), day("2027-03-08", "08:00", "15:59", 30), true, MANAGER, some.clock);
        }
        if (status == ShiftStatus.CANCELLED) {
            Verb.CANCEL.act.accept(some);
        }
        if (status == UNFILLED) {
            Verb.GIVE_UP.act.accept(some);
        }
        if (status == NO_SHOW) {
            some.it("2027-03-08", "08:01");
            Verb.NO_SHOW.act.accept(some);
        }
        some.it(moment.day, moment.time);
        return some;
    }
}
