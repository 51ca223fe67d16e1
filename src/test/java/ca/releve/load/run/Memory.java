package ca.releve.load.run;

import ca.releve.load.run.Rounds.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of the portal under load with two sizes of heap, in MiB resident.
 *
 * @param smallHeap with {@code -Xmx256m}
 * @param ofLargeHeap pages a second with the small heap as a part of those with the large one
 */
record Memory(long smallHeap, long largeHeap, long bare, double ofLargeHeap) {

    static final String SMALL = "256m";
    static final String LARGE = "512m";

    private static final int MOST_MEBIBYTES = 400;
    private static final double LEAST = 0.9;
    private static final List<LoadPage> MIX =
            List.of(LoadPage.LIST, LoadPage.APPROVAL, LoadPage.REQUEST, LoadPage.DESK_REQUESTS, LoadPage.DESK_HOURS);

    /** @param large has served all pages before */
    static Memory measure(Rounds rounds, Portal small, Portal large, App bare) throws Exception {
        rounds.warm(MIX.stream()
                .map(page -> new Target(small.app(), small.page(page)))
                .toList());
        List<Load> loads = rounds.of(List.of(
                new Target(small.app(), small.page(LoadPage.LIST)),
                new Target(large.app(), large.page(LoadPage.LIST))));
        return new Memory(
                small.app().residentMebibytes(),
                large.app().residentMebibytes(),
                bare.residentMebibytes(),
                loads.get(0).rate().pagesPerSecond() / loads.get(1).rate().pagesPerSecond());
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (smallHeap > MOST_MEBIBYTES) {
            broken.add("memory: %d MiB resident at -Xmx%s, at most %d".formatted(smallHeap, SMALL, MOST_MEBIBYTES));
        }
        if (ofLargeHeap < LEAST) {
            broken.add("memory: %.2f × the pages of -Xmx%s at -Xmx%s, at least %.1f"
                    .formatted(ofLargeHeap, LARGE, SMALL, LEAST));
        }
        return broken;
    }
}
