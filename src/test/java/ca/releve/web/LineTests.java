package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTests {

    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Optional<String> HERE = Optional.of("203.0.113.7");
    private static final Optional<String> THERE = Optional.of("203.0.113.8");

    @Test
    @Covers("AUTH-15")
    void oneNetworkHasNoMoreThanItsShare() {
        Line line = new Line(10, 0, 2);
        assertThat(line.enter(HERE, NOT_AT_ALL)).isTrue();
        assertThat(line.enter(HERE, NOT_AT_ALL)).isTrue();

        assertThat(line.enter(HERE, NOT_AT_ALL)).isFalse();

        assertThat(line.enter(THERE, NOT_AT_ALL)).isTrue();
        assertThat(line.free()).isEqualTo(7);
        line.leave(HERE);
        assertThat(line.enter(HERE, NOT_AT_ALL)).isTrue();
        assertThat(line.enter(HERE, NOT_AT_ALL)).isFalse();
    }

    @Test
    void thePortalItselfIsOfNoNetwork() {
        Line line = new Line(3, 0, 1);

        assertThat(line.enter(Optional.empty(), NOT_AT_ALL)).isTrue();
        assertThat(line.enter(Optional.empty(), NOT_AT_ALL)).isTrue();
    }

    @Test
    @Covers("AUTH-15")
    void whoeverHasNoTurnInTimeLeavesHerPlaceToOthers() {
        Line line = new Line(1, 1, 2);
        assertThat(line.enter(HERE, NOT_AT_ALL)).isTrue();

        assertThat(line.enter(HERE, NOT_AT_ALL)).isFalse();

        assertThat(line.free()).isEqualTo(1);
        line.leave(HERE);
        assertThat(line.free()).isEqualTo(2);
        assertThat(line.enter(THERE, NOT_AT_ALL)).isTrue();
    }

    @Test
    void whoeverIsSentHomeBecauseThePortalStopsLeavesHerPlace() {
        Line line = new Line(1, 1, 2);
        Thread.currentThread().interrupt();

        assertThat(line.enter(HERE, NOT_AT_ALL)).isFalse();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(line.free()).isEqualTo(2);
    }
}
