package ca.releve.load.run;

import ca.releve.load.run.Wrk.Rate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How an application served a page under load.
 *
 * @param jvmMillis processor time of the JVM a page
 * @param databaseMillis processor time of the processes of the database a page
 */
record Load(Rate rate, double jvmMillis, double databaseMillis) {

    /** The median of each figure over the rounds. */
    static Load median(List<Load> rounds) {
        return new Load(
                new Rate(
                        median(rounds, load -> load.rate.pagesPerSecond()),
                        median(rounds, load -> load.rate.p50()),
                        median(rounds, load -> load.rate.p99())),
                median(rounds, Load::jvmMillis),
                median(rounds, Load::databaseMillis));
    }

    private static double median(List<Load> rounds, ToDoubleFunction<Load> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
