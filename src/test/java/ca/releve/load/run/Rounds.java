package ca.releve.load.run;

import ca.releve.load.run.Wrk.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks several applications for their pages in turn, so that what else the machine does meets all of them. */
final class Rounds {

    static final int CONNECTIONS = 16;

    private static final int LEAST_PASSES = 3;
    private static final int MOST_PASSES = 12;

    /** A pass that serves fewer than this many times the pages of the one before ends the warm-up. */
    private static final double FASTER = 1.03;

    private final LoadServer server;
    private final int rounds;
    private final Duration time;

    Rounds(LoadServer server) {
        this.server = server;
        this.rounds = Integer.getInteger("load.rounds", 3);
        this.time = Duration.ofSeconds(Integer.getInteger("load.seconds", 3));
    }

    /** A page of an application. */
    record Target(App app, Wrk page) {}

    /** @return for each target, which has been warmed, the medians of the rounds */
    List<Load> of(List<Target> targets) throws Exception {
        List<List<Load>> all = new ArrayList<>();
        targets.forEach(target -> all.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                all.get(i).add(once(targets.get(i)));
            }
        }
        return all.stream().map(Load::median).toList();
    }

    /**
     * Asks for these pages again and again until the JVMs serve them no faster, since they compile for minutes on two cores. One
     * connection leaves a core to their compilers.
     */
    void warm(List<Target> targets) throws Exception {
        double before = 0;
        for (int pass = 1; pass <= MOST_PASSES; pass++) {
            double pages = 0;
            for (Target target : targets) {
                pages += target.page.run(1, time).pagesPerSecond();
            }
            if (pass >= LEAST_PASSES && pages < before * FASTER) {
                return;
            }
            before = pages;
        }
    }

    private Load once(Target target) throws Exception {
        Duration jvm = target.app.cpu();
        Duration database = server.cpu();
        Rate rate = target.page.run(CONNECTIONS, time);
        double pages = rate.pagesPerSecond() * time.toSeconds();
        return new Load(
                rate,
                target.app.cpu().minus(jvm).toNanos() / 1e6 / pages,
                server.cpu().minus(database).toNanos() / 1e6 / pages);
    }

    Duration time() {
        return time;
    }

    int count() {
        return rounds;
    }
}
