package ca.releve.load.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many more pages two instances of the portal serve than one, each held to the same part of a core. */
final class Instances {

    /** Leaves cores to the database and the load generator on a machine with two. */
    static final double CORES = 0.4;

    static final double LEAST = 1.8;

    private Instances() {}

    /** @return pages a second of both divided by those of one; empty where a process cannot be held */
    static Optional<Double> measure(Rounds rounds, Portal one, Portal other) throws Exception {
        if (!CpuShare.isPossible()) {
            return Optional.empty();
        }
        Wrk first = one.page(LoadPage.LIST);
        Wrk second = other.page(LoadPage.LIST);
        try (CpuShare ofOne = CpuShare.of(one.app().pid(), CORES);
                CpuShare ofOther = CpuShare.of(other.app().pid(), CORES)) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds.count(); round++) {
                double alone = first.run(Rounds.CONNECTIONS, rounds.time()).pagesPerSecond();
                Process beside = second.start(Rounds.CONNECTIONS, rounds.time());
                double together = first.run(Rounds.CONNECTIONS, rounds.time()).pagesPerSecond();
                ratios.add((together + second.result(beside).pagesPerSecond()) / alone);
            }
            return Optional.of(ratios.stream().sorted().toList().get(ratios.size() / 2));
        }
    }
}
