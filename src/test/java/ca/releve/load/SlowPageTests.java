package ca.releve.load;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.AtOnce;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that takes too long is cancelled, and takes no connection from the pages of others. */
@PortalTest
class SlowPageTests {

    private static final String SLOW = "/remplacements/sonde-lente";

    /** More than there are database connections. */
    private static final int CONNECTIONS = 16;

    @Autowired
    World world;

    @Test
    void aSlowPageIsCancelledAndSaysToNarrowTheSearch() {
        Page answer = world.signedIn(world.client().account()).get(SLOW);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(answer.text()).contains("Précisez la recherche");
    }

    @Test
    @Tag("long")
    void pagesOfAnotherClientAnswerWhileASlowPageIsAskedForAgainAndAgain() throws Exception {
        Visitor other = world.signedIn(world.client().account());
        long quiet = median(times(other, 40));
        Visitor slow = world.signedIn(world.client().account());
        CompletableFuture<List<Page>> crowd = CompletableFuture.supplyAsync(
                () -> askAtOnce(slow, URI.create(world.origin()).getPort()));

        List<Long> beside = new ArrayList<>();
        while (!crowd.isDone()) {
            beside.addAll(times(other, 1));
        }

        assertThat(crowd.get()).extracting(Page::status).containsOnly(503);
        assertThat(beside).hasSizeGreaterThan(10);
        assertThat(median(beside)).isLessThan(5 * quiet);
    }

    private static List<Page> askAtOnce(Visitor visitor, int port) {
        try {
            return AtOnce.run(CONNECTIONS, i -> () -> visitor.on(port).get(SLOW));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How long the list takes, in nanoseconds; it must answer. */
    private static List<Long> times(Visitor visitor, int times) {
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            assertThat(visitor.get("/remplacements").status()).isEqualTo(200);
            took.add(System.nanoTime() - start);
        }
        return took;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
