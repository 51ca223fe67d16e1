package ca.releve.load.run;

import ca.releve.load.run.Rounds.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the pages of all roles, each beside the bare app and beside a portal with 10,000 requests. */
final class Pages {

    // The places of the applications in the list of each page.
    private static final int PORTAL = 0;
    private static final int BARE = 1;
    private static final int SAME_SIZE = 2;
    private static final int SMALL = 3;

    private final LoadServer server;
    private final Rounds rounds;
    private final App bareApp;
    private final BarePages bare;
    private final Portal large;
    private final Portal small;

    Pages(LoadServer server, Rounds rounds, App bareApp, Portal large, Portal small) throws Exception {
        this.server = server;
        this.rounds = rounds;
        this.bareApp = bareApp;
        this.bare = new BarePages(bareApp);
        this.large = large;
        this.small = small;
    }

    List<PageFigures> measure() throws Exception {
        Map<LoadPage, List<Target>> targets = new EnumMap<>(LoadPage.class);
        for (LoadPage page : LoadPage.values()) {
            targets.put(page, targets(page));
        }
        rounds.warm(List.of(
                targets.get(LoadPage.LIST).get(BARE), targets.get(LoadPage.LIST).get(SAME_SIZE)));
        rounds.warm(targets.values().stream()
                .flatMap(page -> Stream.of(page.get(PORTAL), page.get(SMALL)))
                .toList());
        List<PageFigures> all = new ArrayList<>();
        for (LoadPage page : LoadPage.values()) {
            all.add(measure(page, rounds.of(targets.get(page))));
        }
        return all;
    }

    private List<Target> targets(LoadPage page) throws Exception {
        Wrk asked = large.page(page);
        return List.of(
                new Target(large.app(), asked),
                new Target(bareApp, bare.list()),
                new Target(bareApp, bare.asLargeAs(PageSize.of(asked))),
                new Target(small.app(), small.page(page)));
    }

    private PageFigures measure(LoadPage page, List<Load> loads) throws Exception {
        return new PageFigures(
                page,
                PageSize.of(large.page(page)),
                PageSize.of(small.page(page)),
                DatabaseCost.of(server, large.database(), large.page(page)),
                DatabaseCost.of(server, "bare", bare.list()),
                loads.get(PORTAL),
                loads.get(BARE),
                loads.get(SAME_SIZE),
                loads.get(SMALL));
    }
}
