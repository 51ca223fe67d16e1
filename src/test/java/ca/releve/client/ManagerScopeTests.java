package ca.releve.client;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.ManagerScope.Place;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManagerScopeTests {

    private static final UUID CLIENT = UUID.randomUUID();
    private static final Place PARK = new Place(UUID.randomUUID(), "Installation du Parc", true);
    private static final Place NORTH = new Place(UUID.randomUUID(), "Installation Nord", true);

    @Test
    void aWiderScopeLosesNothing() {
        assertThat(of(PARK, NORTH).seesAllOf(of(PARK))).isTrue();
        assertThat(of(PARK).seesAllOf(of())).isTrue();
        assertThat(of().seesAllOf(of())).isTrue();
    }

    @Test
    void aScopeOfAnotherInstallationOrClientLosesTheFormerOne() {
        assertThat(of(NORTH).seesAllOf(of(PARK))).isFalse();
        assertThat(of().seesAllOf(of(PARK))).isFalse();
        assertThat(new ManagerScope(UUID.randomUUID(), List.of(PARK)).seesAllOf(of(PARK)))
                .isFalse();
    }

    private static ManagerScope of(Place... places) {
        return new ManagerScope(CLIENT, List.of(places));
    }
}
