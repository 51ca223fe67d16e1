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
import ca.releve.signin.password.Seeds;
import ca.releve.testing.Covers;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryAdjusted;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryApproved;
import ca.releve.timesheet.TimeEntryEvent.TimeEntrySubmitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimeEntryTests {

    private static final Map<String, Consumer<TimeEntry>> VERBS = verbs();

    /** The status after each verb, by the status before it; empty if the verb is refused. */
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
    void everyVerbIsAllowedInItsStatusesOnly() {
        VERBS.forEach((name, verb) -> {
            for (TimeEntryStatus before : TimeEntryStatus.values()) {
                TimeEntry entry = SomeTimeEntry.in(before);
                TimeEntryStatus after = ALLOWED.get(name).get(before);
                if (after == null) {
                    assertThatThrownBy(() -> verb.accept(entry))
                            .as("%s from %s", name, before)
                            .isInstanceOf(RuleViolation.class);
                    assertThat(entry.status()).isEqualTo(before);
                    assertThat(entry.events()).isEmpty();
                } else {
                    verb.accept(entry);
                    assertThat(entry.status()).as("%s from %s", name, before).isEqualTo(after);
                    assertThat(entry.events()).hasSize(1);
                }
            }
        });
    }

    @Test
    @Covers("ACC-11")
    void nobodyApprovesHoursThatTheyDeclared() {
        refuses("rule.entry.staff-only", () -> {
            TimeEntry entry = SomeTimeEntry.toFill();
            entry.submit(asPlanned(entry), MANAGER, CLOCK);
        });
        refuses("rule.entry.manager-only", () -> SomeTimeEntry.in(SUBMITTED).approve(STAFF, CLOCK));
        refuses("rule.entry.manager-only", () -> SomeTimeEntry.in(SUBMITTED).approve(Actor.PORTAL, CLOCK));
    }

    @Test
    void thePageAndTheVerbUseTheSameCondition() {
        Map<TimeEntryStatus, String> answers = new EnumMap<>(TimeEntryStatus.class);
        for (TimeEntryStatus status : TimeEntryStatus.values()) {
            TimeEntry entry = SomeTimeEntry.in(status);
            answers.put(
                    status,
                    (entry.isFillable() ? "fill " : "")
                            + (entry.isWaiting() ? "approve " : "")
                            + (entry.isReopenable() ? "reopen" : ""));
        }
        assertThat(answers)
                .isEqualTo(Map.of(
                        TO_FILL, "fill ", SUBMITTED, "approve ", APPROVED, "reopen", LOCKED, "", RETURNED, "fill "));
    }

    @Test
    void aWorkedShiftCreatesATimeEntryWithThePlannedTimes() {
        TimeEntry entry = SomeTimeEntry.toFill();

        assertThat(entry.status()).isEqualTo(TO_FILL);
        assertThat(entry.day()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(entry.hours().planned().minutes()).isEqualTo(450);
        assertThat(entry.hours().declaration()).isNull();
        assertThat(entry.hours().meal()).isNull();
    }

    @Test
    void declaredHoursAreTheElapsedTimeWithoutTheBreak() {
        TimeEntry entry = SomeTimeEntry.toFill();
        WorkTime longer = new WorkTime(
                entry.hours().planned().startsAt(),
                entry.hours().planned().endsAt().plus(Duration.ofMinutes(45)),
                15);

        entry.submit(new Declaration(longer, true, " Restée jusqu’au dernier parent. "), STAFF, CLOCK);

        assertThat(entry.hours().finalMinutes()).isEqualTo(510);
        assertThat(entry.hours().meal()).isTrue();
        assertThat(entry.hours().declaration().note()).isEqualTo("Restée jusqu’au dernier parent.");
        assertThat(entry.hours().isAsPlanned()).isFalse();
        assertThat(entry.events()).singleElement().isInstanceOfSatisfying(TimeEntrySubmitted.class, event -> {
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

        entry.submit(asPlanned(entry), STAFF, after(entry));

        assertThat(entry.hours().finalMinutes()).isEqualTo(7 * 60);
        assertThat(entry.day()).isEqualTo(LocalDate.of(2027, 3, 13));
    }

    @Test
    void theNightWhenTheClockGoesBackHasNineHours() {
        TimeEntry entry =
                SomeTimeEntry.toFill(LocalDateTime.of(2027, 11, 6, 22, 0), LocalDateTime.of(2027, 11, 7, 6, 0), 0);

        entry.submit(asPlanned(entry), STAFF, after(entry));

        assertThat(entry.hours().finalMinutes()).isEqualTo(9 * 60);
    }

    /** The clock at the planned end. */
    private static Clock after(TimeEntry entry) {
        return Clock.fixed(entry.hours().planned().endsAt(), ZoneOffset.UTC);
    }

    @Test
    void aDeclaredStartIsWithinTwelveHoursOfThePlannedOne() {
        refuses("rule.entry.far", () -> declare(SomeTimeEntry.toFill(), -12 * 60 - 1, 450));
        declare(SomeTimeEntry.toFill(), -12 * 60, 450);
        refuses("rule.entry.far", () -> declare(SomeTimeEntry.toFill(), 12 * 60 + 1, 450));
        declare(SomeTimeEntry.toFill(), 12 * 60, 450);
    }

    @Test
    void aDeclaredEndIsNotInTheFuture() {
        TimeEntry entry = SomeTimeEntry.toFill();
        Clock before = Clock.fixed(entry.hours().planned().endsAt().minusSeconds(1), ZoneOffset.UTC);

        refuses("rule.entry.future", () -> entry.submit(asPlanned(entry), STAFF, before));
        entry.submit(asPlanned(entry), STAFF, after(entry));
    }

    @Test
    void aDeclaredEndAtTheTimeOfTheStartIsRefused() {
        refuses("rule.shift.same-time", () -> declare(SomeTimeEntry.toFill(), 0, 24 * 60));
        declare(SomeTimeEntry.toFill(), 0, 24 * 60 - 1);
    }

    @Test
    void hoursAreUnusualOverTwelveHoursOrOverTwoFromThePlan() {
        Instant start = Instant.parse("2027-03-01T13:30:00Z");
        WorkTime planned = new WorkTime(start, start.plus(Duration.ofHours(11)), 0);

        assertThat(new WorkTime(start, start.plus(Duration.ofHours(12)), 0).isUnusual(planned))
                .isFalse();
        assertThat(new WorkTime(start, start.plus(Duration.ofMinutes(721)), 0).isUnusual(planned))
                .isTrue();
        assertThat(new WorkTime(start, start.plus(Duration.ofHours(9)), 0).isUnusual(planned))
                .isFalse();
        assertThat(new WorkTime(start, start.plus(Duration.ofMinutes(539)), 0).isUnusual(planned))
                .isTrue();
        assertThat(new WorkTime(start.plus(Duration.ofMinutes(121)), planned.endsAt(), 0).isUnusual(planned))
                .isTrue();
        assertThat(new WorkTime(start, planned.endsAt(), 121).isUnusual(planned))
                .isTrue();
    }

    private static void declare(TimeEntry entry, int startsLater, int length) {
        Instant start = entry.hours().planned().startsAt().plus(Duration.ofMinutes(startsLater));
        entry.submit(
                new Declaration(new WorkTime(start, start.plus(Duration.ofMinutes(length)), 0), false, ""),
                STAFF,
                CLOCK);
    }

    @Test
    void nonsensicalTimesAreRefused() {
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
    void anAdjustmentKeepsTheDeclaredHours() {
        TimeEntry entry = SomeTimeEntry.submitted();
        Declaration declared = entry.hours().declaration();
        entry.clearEvents();

        entry.adjust(-60, null, " Partie à 15 h 30. ", MANAGER, CLOCK);

        assertThat(entry.hours().declaration()).isEqualTo(declared);
        assertThat(entry.hours().adjustedMinutes()).isEqualTo(-60);
        assertThat(entry.hours().finalMinutes()).isEqualTo(390);
        assertThat(entry.adjustments()).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.minutes()).isEqualTo(-60);
            assertThat(adjustment.meal()).isNull();
            assertThat(adjustment.note()).isEqualTo("Partie à 15 h 30.");
            assertThat(adjustment.byName()).isEqualTo("Marie Tremblay");
            assertThat(adjustment.at()).isEqualTo(CLOCK.instant());
        });
        assertThat(entry.events()).singleElement().isInstanceOfSatisfying(TimeEntryAdjusted.class, event -> {
            assertThat(event.code()).isEqualTo("entry.hours-adjusted");
            assertThat(event.facts())
                    .containsExactly(
                            Fact.date(LocalDate.of(2027, 3, 1)), Fact.hours(-60), Fact.hours(450), Fact.hours(390));
        });
    }

    @Test
    void theMealAloneIsAdjustedWithANote() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.clearEvents();

        refuses("rule.entry.note", () -> entry.adjust(null, true, "\u00A0\u2060", MANAGER, CLOCK));
        entry.adjust(null, true, "Elle a mangé avec le groupe.", MANAGER, CLOCK);

        assertThat(entry.hours().meal()).isTrue();
        assertThat(entry.hours().declaration().meal()).isFalse();
        assertThat(entry.hours().finalMinutes()).isEqualTo(450);
        assertThat(entry.adjustments()).singleElement().satisfies(it -> assertThat(it.minutes())
                .isNull());
        assertThat(entry.events()).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo("entry.meal-adjusted");
            assertThat(event.facts()).endsWith(Fact.yesNo(false), Fact.yesNo(true));
        });
    }

    @Test
    void hoursAndMealMayBeAdjustedAtOnce() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.clearEvents();

        entry.adjust(15, true, "Restée pour le repas.", MANAGER, CLOCK);

        assertThat(entry.hours().finalMinutes()).isEqualTo(465);
        assertThat(entry.events()).singleElement().satisfies(event -> assertThat(event.code())
                .isEqualTo("entry.hours-and-meal-adjusted"));
    }

    @Test
    void anAdjustmentNeedsAChangeAndANote() {
        TimeEntry entry = SomeTimeEntry.submitted();

        refuses("rule.entry.adjustment-zero", () -> entry.adjust(0, true, "Note", MANAGER, CLOCK));
        refuses("rule.entry.nothing-changed", () -> entry.adjust(null, null, "Note", MANAGER, CLOCK));
        refuses("rule.entry.nothing-changed", () -> entry.adjust(null, false, "Note", MANAGER, CLOCK));
        refuses("rule.entry.note", () -> entry.adjust(60, null, null, MANAGER, CLOCK));
        assertThat(entry.adjustments()).isEmpty();
    }

    @Test
    void theFinalHoursAreBetween0And24() {
        TimeEntry entry = SomeTimeEntry.submitted();

        refuses("rule.entry.final", () -> entry.adjust(-451, null, "Trop", MANAGER, CLOCK));
        refuses("rule.entry.final", () -> entry.adjust(1_440 - 450 + 1, null, "Trop", MANAGER, CLOCK));
        entry.adjust(-450, null, "Elle n’est pas venue de la journée.", MANAGER, CLOCK);
        assertThat(entry.hours().finalMinutes()).isZero();
        entry.adjust(1_440, null, "Tout un jour.", MANAGER, CLOCK);
        assertThat(entry.hours().finalMinutes()).isEqualTo(1_440);
    }

    @Test
    void anApprovalRecordsWhoAndWhen() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.clearEvents();

        entry.approve(MANAGER, CLOCK);

        assertThat(entry.approvedBy()).isEqualTo("Marie Tremblay");
        assertThat(entry.approvedAt()).isEqualTo(CLOCK.instant());
        assertThat(entry.events()).singleElement().isInstanceOfSatisfying(TimeEntryApproved.class, event -> {
            assertThat(event.finalMinutes()).isEqualTo(450);
            assertThat(event.by()).isEqualTo(MANAGER);
        });
    }

    @Test
    void approvedHoursAreNotEdited() {
        TimeEntry entry = SomeTimeEntry.approved();

        refuses("rule.entry.not-adjustable", () -> entry.adjust(-60, null, "Note", MANAGER, CLOCK));
        refuses("rule.entry.not-fillable", () -> entry.submit(asPlanned(entry), STAFF, CLOCK));
        assertThat(entry.hours().finalMinutes()).isEqualTo(450);
    }

    @Test
    void aReturnedEntryIsDeclaredAgainAndItsEventHasTheFormerHours() {
        TimeEntry entry = SomeTimeEntry.returned();
        assertThat(entry.returnedReason()).isEqualTo("Elle est partie à 15 h.");
        entry.clearEvents();
        WorkTime shorter = new WorkTime(
                entry.hours().planned().startsAt(),
                entry.hours().planned().endsAt().minus(Duration.ofMinutes(90)),
                30);

        entry.submit(new Declaration(shorter, true, "Corrigé."), STAFF, CLOCK);

        assertThat(entry.hours().finalMinutes()).isEqualTo(360);
        assertThat(entry.returnedReason()).isNull();
        assertThat(entry.events()).singleElement().satisfies(event -> {
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
    void adjustmentsAreKeptWhenHoursAreDeclaredAgain() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.adjust(-60, true, "Partie tôt, après le repas.", MANAGER, CLOCK);
        entry.returnForCorrection("La pause?", MANAGER);

        entry.submit(asPlanned(entry), STAFF, CLOCK);

        assertThat(entry.hours().finalMinutes()).isEqualTo(390);
        assertThat(entry.hours().meal()).isTrue();
        assertThat(entry.hours().isAsPlanned()).isFalse();
    }

    @Test
    void hoursThatAdjustmentsWouldMakeNegativeAreRefused() {
        TimeEntry entry = SomeTimeEntry.submitted();
        entry.adjust(-450, null, "Pas venue.", MANAGER, CLOCK);
        entry.returnForCorrection("À corriger.", MANAGER);
        WorkTime short1 = new WorkTime(
                entry.hours().planned().startsAt(),
                entry.hours().planned().startsAt().plus(Duration.ofHours(1)),
                0);

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
        assertThat(entry.hours().finalMinutes()).isEqualTo(450);
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
    void hoursSentToPayrollAreCorrectedByANewEntryThatRefersToThem() {
        TimeEntry locked = SomeTimeEntry.locked();

        TimeEntry correction = TimeEntry.correctionOf(locked, "Une heure de trop.", STAFF);

        assertThat(correction.correctionOf()).isEqualTo(locked.id());
        assertThat(correction.shift()).isEqualTo(locked.shift());
        assertThat(correction.status()).isEqualTo(TO_FILL);
        assertThat(locked.status()).isEqualTo(LOCKED);
        assertThat(correction.events()).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo("entry.correction-opened");
            assertThat(event.reason()).isEqualTo("Une heure de trop.");
        });
        refuses(
                "rule.entry.not-correctable",
                () -> TimeEntry.correctionOf(SomeTimeEntry.approved(), "Une heure de trop.", STAFF));
    }

    @Test
    void otherTimesOfTheSameDurationAreADifferenceToo() {
        TimeEntry entry = SomeTimeEntry.toFill();
        WorkTime later = new WorkTime(
                entry.hours().planned().startsAt().plus(Duration.ofMinutes(30)),
                entry.hours().planned().endsAt().plus(Duration.ofMinutes(30)),
                30);

        entry.submit(new Declaration(later, false, ""), STAFF, CLOCK);

        assertThat(entry.hours().isAsPlanned()).isFalse();
        assertThat(SomeTimeEntry.submitted().hours().isAsPlanned()).isTrue();
    }

    /** INT-10: after any sequence of verbs, the total is the sum of its parts and is between 0 and 24 hours. */
    @Test
    void theFinalHoursAreTheSumOfDeclaredAndAdjustedHours() {
        Random random = new Random(Seeds.next("theFinalHoursAreTheSumOfDeclaredAndAdjustedHours"));
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
        int total = entry.hours().finalMinutes();
        Declaration declared = entry.hours().declaration();
        try {
            act(random, entry);
        } catch (RuleViolation refused) {
            assertThat(entry.status()).isEqualTo(before);
            assertThat(entry.hours().finalMinutes()).isEqualTo(total);
            return false;
        }
        if (before == APPROVED || before == LOCKED) {
            assertThat(entry.hours().finalMinutes()).isEqualTo(total);
        }
        if (before != TO_FILL && before != RETURNED) {
            assertThat(entry.hours().declaration()).isEqualTo(declared);
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
                                        entry.hours().planned().startsAt(),
                                        entry.hours()
                                                .planned()
                                                .startsAt()
                                                .plus(Duration.ofMinutes(random.nextInt(1_600) - 20)),
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
        assertThat(entry.hours().adjustedMinutes()).isEqualTo(sum);
        if (entry.hours().declaration() != null) {
            assertThat(entry.hours().finalMinutes())
                    .isEqualTo(entry.hours().declaration().time().minutes() + sum)
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
