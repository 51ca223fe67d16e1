package ca.releve.timesheet;

import static ca.releve.timesheet.SomeTimeEntry.CLOCK;
import static ca.releve.timesheet.SomeTimeEntry.MANAGER;
import static ca.releve.timesheet.SomeTimeEntry.STAFF;
import static ca.releve.timesheet.SomeTimeEntry.asPlanned;
import static ca.releve.timesheet.TimeEntryStatus.APPROVED;
import static ca.releve.timesheet.TimeEntryStatus.LOCKED;
import static ca.releve.timesheet.TimeEntryStatus.RETURNED;
import static ca.releve.timesheet.TimeEntryStatus.SUBMITTED;
import static ca.releve.timesheet.TimeEntryStatus.TO_FILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.shared.RuleViolation;
import ca.releve.testing.Covers;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryAdjusted;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryApproved;
import ca.releve.timesheet.TimeEntryEvent.TimeEntrySubmitted;
import ca.releve.web.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimeEntryTests {

    private static final Map<String, Consumer<TimeEntry>> VERBS = verbs();

    /** What each verb makes of each status; empty where it is refused. */
    private static final Map<String, Map<TimeEntryStatus, TimeEntryStatus>> ALLOWED = Map.of(
            "submit", Map.of(TO_FILL, SUBMITTED, RETURNED, SUBMITTED),
            "adjust", Map.of(SUBMITTED, SUBMITTED),
            "approve", Map.of(SUBMITTED, APPROVED),
            "return", Map.of(SUBMITTED, RETURNED),
            "reopen", Map.of(APPROVED, SUBMITTED),
            "lock", Map.of(APPROVED, LOCKED));

    private static Map<String, Consumer<TimeEntry>> verbs() {
        Map<String, Consumer<TimeEntry>> verbs = new LinkedHashMap<>();
        verbs.put("submit", entry -> entry.submit(asPlanned(entry), STAFF, CLOCK));
        verbs.put("adjust", entry -> entry.adjust(-60, null, "Partie à 15 h 30.", MANAGER, CLOCK));
        verbs.put("approve", entry -> entry.approve(MANAGER, CLOCK));
        verbs.put("return", entry -> entry.returnForCorrection("La pause n’a pas été prise.", MANAGER));
        verbs.put("reopen", entry -> entry.reopen("La gestionnaire a téléphoné.", STAFF));
        verbs.put("lock", entry -> entry.lock(STAFF));
        return verbs;
    }

    @Test
    void everyVerbWorksFromItsStatusesAndFromNoOther() {
        VERBS.forEach((name, verb) -> {
            for (TimeEntryStatus before : TimeEntryStatus.values()) {
                TimeEntry entry = SomeTimeEntry.in(before);
                TimeEntryStatus after = ALLOWED.get(name).get(before);
                if (after == null) {
                    assertThatThrownBy(() -> verb.accept(entry))
                            .as("%s from %s", name, before)
                            .isInstanceOf(RuleViolation.class);
                    assertThat(entry.status()).isEqualTo(before);
                    assertThat(entry.happened()).isEmpty();
                } else {
                    verb.accept(entry);
                    assertThat(entry.status()).as("%s from %s", name, before).isEqualTo(after);
                    assertThat(entry.happened()).hasSize(1);
                }
            }
        });
    }

    @Test
    @Covers("ACC-11")
    void nobodyHandsInHoursAndApprovesThemToo() {
        refuses("rule.entry.staff-only", () -> {
            TimeEntry entry = SomeTimeEntry.toFill();
            entry.submit(asPlanned(entry), MANAGER, CLOCK);
        });
        refuses("rule.entry.manager-only", () -> SomeTimeEntry.in(SUBMITTED).approve(STAFF, CLOCK));
        refuses("rule.entry.manager-only", () -> SomeTimeEntry.in(SUBMITTED).approve(Actor.PORTAL, CLOCK));
    }

    @Test
    void thePageAsksWhatTheVerbAsks() {
        Map<TimeEntryStatus, String> answers = new EnumMap<>(TimeEntryStatus.class);
        for (TimeEntryStatus status : TimeEntryStatus.values()) {
            TimeEntry entry = SomeTimeEntry.in(status);
            answers.put(
                    status,
                    (entry.isFillable() ? "fill " : "")
                            + (entry.isAdjustable() && entry.isApprovable() && entry.isReturnable() ? "approve " : "")
                            + (entry.isReopenable() ? "reopen" : ""));
        }
        assertThat(answers)
                .isEqualTo(Map.of(
                        TO_FILL, "fill ", SUBMITTED, "approve ", APPROVED, "reopen", LOCKED, "", RETURNED, "fill "));
    }

    @Test
    void aWorkedShiftOpensALineWithWhatWasPlanned() {
        TimeEntry entry = SomeTimeEntry.toFill();

        assertThat(entry.status()).isEqualTo(TO_FILL);
        assertThat(entry.day()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(entry.planned().minutes()).isEqualTo(450);
        assertThat(entry.declaration()).isNull();
        assertThat(entry.meal()).isNull();
    }

    @Test
    void declaredHoursAreTimeBetweenInstantsLessTheBreak() {
        TimeEntry entry = SomeTimeEntry.toFill();
        WorkTime longer = new WorkTime(
                entry.planned().startsAt(), entry.planned().endsAt().plus(Duration.ofMinutes(45)), 15);

        entry.submit(new Declaration(longer, true, " Restée jusqu’au dernier parent. "), STAFF, CLOCK);

        assertThat(entry.finalMinutes()).isEqualTo(510);
        assertThat(entry.meal()).isTrue();
        assertThat(entry.declaration().note()).isEqualTo("Restée jusqu’au dernier parent.");
        assertThat(entry.isWithoutDifference()).isFalse();
        assertThat(entry.happened()).singleElement().isInstanceOfSatisfying(TimeEntrySubmitted.class, event -> {
            assertThat(event.code()).isEqualTo("entry.submitted");
            assertThat(event.facts())
                    .containsExactly(
                            Fact.date(LocalDate.of(2027, 3, 1)),
                            Fact.hours(510),
                            Fact.text("08:30–17:15"),
                            Fact.text("15"),
                            Fact.yesNo(true));
            assertThat(event.reason()).isEqualTo("Restée jusqu’au dernier parent.");
        });
    }

    @Test
    void theNightWhenTheClockGoesForwardHasSevenHours() {
        TimeEntry entry =
                SomeTimeEntry.toFill(LocalDateTime.of(2027, 3, 13, 22, 0), LocalDateTime.of(2027, 3, 14, 6, 0), 0);

        entry.submit(asPlanned(entry), STAFF, CLOCK);

        assertThat(entry.finalMinutes()).isEqualTo(7 * 60);
        assertThat(entry.day()).isEqualTo(LocalDate.of(2027, 3, 13));
    }

    @Test
    void theNightWhenTheClockGoesBackHasNineHours() {
        TimeEntry entry =
                SomeTimeEntry.toFill(LocalDateTime.of(2027, 11, 6, 22, 0), LocalDateTime.of(2027, 11, 7, 6, 0), 0);

        entry.submit(asPlanned(entry), STAFF, CLOCK);

        assertThat(entry.finalMinutes()).isEqualTo(9 * 60);
    }

    @Test
    void nonsenseIsNotTime() {
        Instant start = Instant.parse("2027-03-01T13:30:00Z");
        refuses("rule.entry.ends-after-start", () -> new WorkTime(start, start, 0));
        refuses("rule.entry.ends-after-start", () -> new WorkTime(start, start.minusSeconds(60), 0));
        refuses("rule.entry.break", () -> new WorkTime(start, start.plus(Duration.ofHours(1)), 60));
        refuses("rule.entry.break", () -> new WorkTime(start, start.plus(Duration.ofHours(1)), -1));
        refuses("rule.entry.break", () -> new WorkTime(start, start.plusSeconds(30), 0));
        refuses("rule.entry.too-long", () -> new WorkTime(start, start.plus(Duration.ofMinutes(1_441)), 0));
        assertThat(new WorkTime(start, start.plus(Duration.ofMinutes(1_441)), 1).minutes())
                .isEqualTo(1_440);
        assertThat(new WorkTime(start, start.plus(Duration.ofMinutes(1)), 0).minutes())
                .isEqualTo(1);
    }

    @Test
    void anAdjustmentStandsBesideWhatWasDeclared() {
        TimeEntry entry = SomeTimeEntry.submitted();
        Declaration declared = entry.declaration();
        entry.told();

        entry.adjust(-60, null, " Partie à 15 h 30. ", MANAGER, CLOCK);

        assertThat(entry.declaration()).isEqualTo(declared);
        assertThat(entry.adjustedMinutes()).isEqualTo(-60);
        assertThat(entry.finalMinutes()).isEqualTo(390);
        assertThat(entry.adjustments()).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.minutes()).isEqualTo(-60);
            assertThat(adjustment.meal()).isNull();
            assertThat(adjustment.note()).isEqualTo("Partie à 15 h 30.");
            assertThat(adjustment.byName()).isEqualTo("Marie Tremblay");
            assertThat(adjustment.at()).isEqualTo(CLOCK.instant());
        });
        assertThat(entry.happened()).singleElement().isInstanceOfSatisfying(TimeEntryAdjusted.class, event -> {
            assertThat(event.code()).isEqualTo("entry.hours-adjusted");
            assertThat(event.facts())
                    .containsExactly(
                            Fact.date(LocalDate.of(2027, 3, 1)), Fact.hours(-60), Fact.hours(450), Fact.hours(390));
        });
    }

    @Test
    void aMealAloneIsAdjustedWithANote() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.told();

        refuses("rule.entry.note", () -> entry.adjust(null, true, "\u00A0\u2060", MANAGER, CLOCK));
        entry.adjust(null, true, "Elle a mangé avec le groupe.", MANAGER, CLOCK);

        assertThat(entry.meal()).isTrue();
        assertThat(entry.declaration().meal()).isFalse();
        assertThat(entry.finalMinutes()).isEqualTo(450);
        assertThat(entry.adjustments()).singleElement().satisfies(it -> assertThat(it.minutes())
                .isNull());
        assertThat(entry.happened()).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo("entry.meal-adjusted");
            assertThat(event.facts()).endsWith(Fact.yesNo(false), Fact.yesNo(true));
        });
    }

    @Test
    void hoursAndMealMayBeAdjustedAtOnce() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.told();

        entry.adjust(15, true, "Restée pour le repas.", MANAGER, CLOCK);

        assertThat(entry.finalMinutes()).isEqualTo(465);
        assertThat(entry.happened()).singleElement().satisfies(event -> assertThat(event.code())
                .isEqualTo("entry.hours-and-meal-adjusted"));
    }

    @Test
    void anAdjustmentSaysWhatItChangesAndWhy() {
        TimeEntry entry = SomeTimeEntry.submitted();

        refuses("rule.entry.adjustment-zero", () -> entry.adjust(0, true, "Note", MANAGER, CLOCK));
        refuses("rule.entry.nothing-changed", () -> entry.adjust(null, null, "Note", MANAGER, CLOCK));
        refuses("rule.entry.nothing-changed", () -> entry.adjust(null, false, "Note", MANAGER, CLOCK));
        refuses("rule.entry.note", () -> entry.adjust(60, null, null, MANAGER, CLOCK));
        assertThat(entry.adjustments()).isEmpty();
    }

    @Test
    void theFinalStaysBetweenNothingAndADay() {
        TimeEntry entry = SomeTimeEntry.submitted();

        refuses("rule.entry.final", () -> entry.adjust(-451, null, "Trop", MANAGER, CLOCK));
        refuses("rule.entry.final", () -> entry.adjust(1_440 - 450 + 1, null, "Trop", MANAGER, CLOCK));
        entry.adjust(-450, null, "Elle n’est pas venue de la journée.", MANAGER, CLOCK);
        assertThat(entry.finalMinutes()).isZero();
        entry.adjust(1_440, null, "Tout un jour.", MANAGER, CLOCK);
        assertThat(entry.finalMinutes()).isEqualTo(1_440);
    }

    @Test
    void approvalIsSigned() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.told();

        entry.approve(MANAGER, CLOCK);

        assertThat(entry.approvedBy()).isEqualTo("Marie Tremblay");
        assertThat(entry.approvedAt()).isEqualTo(CLOCK.instant());
        assertThat(entry.happened()).singleElement().isInstanceOfSatisfying(TimeEntryApproved.class, event -> {
            assertThat(event.finalMinutes()).isEqualTo(450);
            assertThat(event.by()).isEqualTo(MANAGER);
        });
    }

    @Test
    void approvedHoursAreNeverEdited() {
        TimeEntry entry = SomeTimeEntry.approved();

        refuses("rule.entry.not-adjustable", () -> entry.adjust(-60, null, "Note", MANAGER, CLOCK));
        refuses("rule.entry.not-fillable", () -> entry.submit(asPlanned(entry), STAFF, CLOCK));
        assertThat(entry.finalMinutes()).isEqualTo(450);
    }

    @Test
    void aReturnedLineIsDeclaredAgainAndWhatWasDeclaredBeforeIsTold() {
        TimeEntry entry = SomeTimeEntry.returned();
        assertThat(entry.returnedReason()).isEqualTo("Elle est partie à 15 h.");
        entry.told();
        WorkTime shorter = new WorkTime(
                entry.planned().startsAt(), entry.planned().endsAt().minus(Duration.ofMinutes(90)), 30);

        entry.submit(new Declaration(shorter, true, "Corrigé."), STAFF, CLOCK);

        assertThat(entry.finalMinutes()).isEqualTo(360);
        assertThat(entry.returnedReason()).isNull();
        assertThat(entry.happened()).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo("entry.submitted-again");
            assertThat(event.facts())
                    .containsExactly(
                            Fact.date(LocalDate.of(2027, 3, 1)),
                            Fact.hours(360),
                            Fact.text("08:30–15:00"),
                            Fact.text("30"),
                            Fact.yesNo(true),
                            Fact.hours(450),
                            Fact.text("08:30–16:30"),
                            Fact.text("30"),
                            Fact.yesNo(false));
        });
    }

    @Test
    void adjustmentsStillCountWhenHoursAreDeclaredAgain() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.adjust(-60, true, "Partie tôt, après le repas.", MANAGER, CLOCK);
        entry.returnForCorrection("La pause?", MANAGER);

        entry.submit(asPlanned(entry), STAFF, CLOCK);

        assertThat(entry.finalMinutes()).isEqualTo(390);
        assertThat(entry.meal()).isTrue();
        assertThat(entry.isWithoutDifference()).isFalse();
    }

    @Test
    void hoursThatAdjustmentsWouldMakeNegativeAreNotTaken() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.adjust(-450, null, "Pas venue.", MANAGER, CLOCK);
        entry.returnForCorrection("À corriger.", MANAGER);
        WorkTime short1 = new WorkTime(
                entry.planned().startsAt(), entry.planned().startsAt().plus(Duration.ofHours(1)), 0);

        refuses("rule.entry.final", () -> entry.submit(new Declaration(short1, false, ""), STAFF, CLOCK));
    }

    @Test
    void onlyTheServiceReopensAndOnlyWithAReason() {
        TimeEntry entry = SomeTimeEntry.approved();

        refuses("rule.entry.staff-only", () -> entry.reopen("Je me suis trompée.", MANAGER));
        refuses("rule.entry.reason", () -> entry.reopen("  ", STAFF));
        entry.reopen("La gestionnaire a téléphoné.", STAFF);

        assertThat(entry.status()).isEqualTo(SUBMITTED);
        assertThat(entry.approvedBy()).isNull();
        assertThat(entry.finalMinutes()).isEqualTo(450);
    }

    @Test
    void aManagerNeitherDeclaresNorSendsToPayroll() {
        refuses("rule.entry.staff-only", () -> {
            TimeEntry entry = SomeTimeEntry.toFill();
            entry.submit(asPlanned(entry), MANAGER, CLOCK);
        });
        refuses("rule.entry.staff-only", () -> SomeTimeEntry.approved().lock(MANAGER));
    }

    @Test
    void returningNeedsAReason() {
        refuses("rule.entry.reason", () -> SomeTimeEntry.submitted().returnForCorrection("\u3164", MANAGER));
    }

    @Test
    void whatWentToPayrollIsCorrectedByANewLineThatRefersToIt() {
        TimeEntry locked = SomeTimeEntry.locked();

        TimeEntry correction = TimeEntry.correctionOf(locked, "Une heure de trop.", STAFF);

        assertThat(correction.correctionOf()).isEqualTo(locked.id());
        assertThat(correction.shiftId()).isEqualTo(locked.shiftId());
        assertThat(correction.status()).isEqualTo(TO_FILL);
        assertThat(locked.status()).isEqualTo(LOCKED);
        assertThat(correction.happened()).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo("entry.correction-opened");
            assertThat(event.reason()).isEqualTo("Une heure de trop.");
        });
        refuses(
                "rule.entry.not-correctable",
                () -> TimeEntry.correctionOf(SomeTimeEntry.approved(), "Une heure de trop.", STAFF));
    }

    @Test
    void otherTimesOfTheSameLengthAreADifferenceToo() {
        TimeEntry entry = SomeTimeEntry.toFill();
        WorkTime later = new WorkTime(
                entry.planned().startsAt().plus(Duration.ofMinutes(30)),
                entry.planned().endsAt().plus(Duration.ofMinutes(30)),
                30);

        entry.submit(new Declaration(later, false, ""), STAFF, CLOCK);

        assertThat(entry.isWithoutDifference()).isFalse();
        assertThat(SomeTimeEntry.submitted().isWithoutDifference()).isTrue();
    }

    /** INT-10: whatever people do in whatever order, the total is the sum of its lines and stays within a day. */
    @Test
    void theTotalIsAlwaysTheSumOfItsLines() {
        Random random = new Random(Seeds.next("theTotalIsAlwaysTheSumOfItsLines"));
        int done = 0;
        for (int sequence = 0; sequence < 1_500; sequence++) {
            TimeEntry entry = SomeTimeEntry.toFill();
            for (int step = 0; step < 25; step++) {
                if (happens(random, entry)) {
                    done++;
                }
                checkTotal(entry);
            }
        }
        assertThat(done).as("steps that were not refused").isGreaterThan(5_000);
    }

    private static boolean happens(Random random, TimeEntry entry) {
        TimeEntryStatus before = entry.status();
        int total = entry.finalMinutes();
        Declaration declared = entry.declaration();
        try {
            act(random, entry);
        } catch (RuleViolation refused) {
            assertThat(entry.status()).isEqualTo(before);
            assertThat(entry.finalMinutes()).isEqualTo(total);
            return false;
        }
        if (before == APPROVED || before == LOCKED) {
            assertThat(entry.finalMinutes()).isEqualTo(total);
        }
        if (before != TO_FILL && before != RETURNED) {
            assertThat(entry.declaration()).isEqualTo(declared);
        }
        return true;
    }

    private static void act(Random random, TimeEntry entry) {
        Actor by = random.nextInt(4) == 0 ? STAFF : MANAGER;
        switch (random.nextInt(8)) {
            case 0, 1 ->
                entry.submit(
                        new Declaration(
                                new WorkTime(
                                        entry.planned().startsAt(),
                                        entry.planned().startsAt().plus(Duration.ofMinutes(random.nextInt(1_600) - 20)),
                                        random.nextInt(60)),
                                random.nextBoolean(),
                                ""),
                        STAFF,
                        CLOCK);
            case 2, 3, 4 ->
                entry.adjust(
                        random.nextInt(5) == 0 ? null : Integer.valueOf(random.nextInt(1_801) - 900),
                        random.nextInt(3) == 0 ? random.nextBoolean() : null,
                        random.nextInt(10) == 0 ? "" : "Note",
                        by,
                        CLOCK);
            case 5 -> entry.approve(by, CLOCK);
            case 6 -> entry.returnForCorrection("Motif", by);
            default -> {
                if (random.nextInt(12) == 0) {
                    entry.lock(STAFF);
                } else {
                    entry.reopen("Motif", by);
                }
            }
        }
    }

    private static void checkTotal(TimeEntry entry) {
        int sum = entry.adjustments().stream()
                .map(Adjustment::minutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(entry.adjustedMinutes()).isEqualTo(sum);
        if (entry.declaration() != null) {
            assertThat(entry.finalMinutes())
                    .isEqualTo(entry.declaration().time().minutes() + sum)
                    .isBetween(0, 1_440);
        }
        assertThat(entry.adjustments()).allSatisfy(adjustment -> {
            assertThat(adjustment.minutes() != null || adjustment.meal() != null)
                    .isTrue();
            assertThat(adjustment.note()).isNotBlank();
        });
    }

    private static void refuses(String rule, Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.key())
                        .isEqualTo(rule));
    }
}
