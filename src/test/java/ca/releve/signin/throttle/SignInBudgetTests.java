package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInBudgetTests {

    private static final int FREE = SecurityDoc.number("SIGN_IN_FREE_FAILURES");
    private static final int MOST = SecurityDoc.number("SIGN_IN_MOST_FAILURES");
    private static final Duration WINDOW = SecurityDoc.duration("SIGN_IN_WINDOW");
    private static final Duration LONGEST = SecurityDoc.duration("SIGN_IN_LONGEST_DELAY");

    private Instant now = Instant.parse("2027-03-07T10:00:00Z");
    private final SignInBudget budget = new SignInBudget(UUID.randomUUID(), UUID.randomUUID(), false, now);

    @Test
    @Covers("ABU-01")
    void theDelayDoublesWithEachFailureAfterTheFreeOnes() {
        List<Long> delays = new ArrayList<>();
        for (int i = 1; i < FREE; i++) {
            assertThat(budget.take(now)).isTrue();
            assertThat(budget.closedUntil()).isNull();
        }
        for (int i = 0; i < 7; i++) {
            assertThat(budget.take(now)).isTrue();
            delays.add(Duration.between(now, budget.closedUntil()).toMinutes());
            assertThat(budget.take(budget.closedUntil().minusMillis(1))).isFalse();
            now = budget.closedUntil();
        }

        assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L);
        assertThat(delays.get(0))
                .isEqualTo(SecurityDoc.duration("SIGN_IN_FIRST_DELAY").toMinutes());
        assertThat(delays.get(6)).isEqualTo(LONGEST.toMinutes());
    }

    @Test
    void refusedAttemptsDoNotExtendTheDelay() {
        failFreely();
        Instant end = budget.closedUntil();

        for (int i = 0; i < 1_000; i++) {
            budget.take(now);
        }

        assertThat(budget.closedUntil()).isEqualTo(end);
        assertThat(budget.take(end)).isTrue();
    }

    @Test
    void attemptsAreFreeAgainAfterTheWindow() {
        failFreely();
        now = budget.closedUntil().plus(WINDOW);

        for (int i = 1; i < FREE; i++) {
            assertThat(budget.take(now)).isTrue();
            assertThat(budget.isDelayed(now)).isFalse();
        }
    }

    @Test
    @Covers("ABU-01")
    void theNumberOfConsecutiveFailuresIsLimited() {
        int tried = 0;
        while (budget.take(now)) {
            tried++;
            now = now.plus(LONGEST).plus(WINDOW);
        }

        assertThat(tried).isEqualTo(MOST);
        assertThat(budget.isUsedUp()).isTrue();
        assertThat(budget.take(now.plus(Duration.ofDays(1_000)))).isFalse();
        budget.clear();
        assertThat(budget.take(now)).isTrue();
    }

    private void failFreely() {
        for (int i = 0; i < FREE; i++) {
            budget.take(now);
        }
    }
}
