package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.signin.Doors;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class InvalidTokenPagesTests {

    private static final int MOST = SecurityDoc.number("WRONG_TOKENS_PER_ADDRESS");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Test
    @Covers("ABU-05")
    void afterTenInvalidLinksFurtherOnesAreRefused() {
        Account account = world.client().account();
        Doors.forgotten(world.stranger(), account.email());
        String right = world.mailTo(account.email()).path();
        Visitor visitor = world.stranger();
        for (int i = 0; i < MOST; i++) {
            String page = i % 2 == 0 ? "confirmation" : "nouveau-mot-de-passe";
            assertThat(visitor.get("/compte/" + page + "/" + UUID.randomUUID()).status())
                    .isEqualTo(410);
        }

        Page refused = visitor.get(right);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After").map(Integer::parseInt).orElseThrow())
                .isBetween(1, (int) SecurityDoc.duration("TOKEN_WINDOW").toSeconds());
        assertThat(refused.text()).contains("Trop d’essais en peu de temps").doesNotContain("lien ne fonctionne");
        assertThat(visitor.get(right + "?langue=en").text()).contains("Too many attempts in a short time");
        assertThat(visitor.get("/connexion").status()).isEqualTo(200);
        assertThat(world.stranger().get(right).status()).as("from elsewhere").isEqualTo(200);
        clock.advance(SecurityDoc.duration("TOKEN_WINDOW"));
        assertThat(visitor.get(right).status()).isEqualTo(200);
    }

    @Test
    void aValidLinkIsNotCounted() {
        Account account = world.client().account();
        Doors.forgotten(world.stranger(), account.email());
        String right = world.mailTo(account.email()).path();
        Visitor visitor = world.stranger();

        for (int i = 0; i <= 2 * MOST; i++) {
            assertThat(visitor.get(right).status()).isEqualTo(200);
        }
    }

    @Test
    @Covers("ABU-05")
    void addressesOfOneIpv6NetworkAreCountedAsOne() {
        for (int i = 0; i < MOST; i++) {
            world.stranger().from("2001:db8:5:1::" + i).get("/compte/confirmation/" + UUID.randomUUID());
        }

        assertThat(world.stranger()
                        .from("2001:db8:5:1:ffff::1")
                        .get("/compte/confirmation/x")
                        .status())
                .isEqualTo(429);
        assertThat(world.stranger()
                        .from("2001:db8:5:2::1")
                        .get("/compte/confirmation/x")
                        .status())
                .isEqualTo(410);
    }
}
