package ca.releve.load.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of a page.
 *
 * @param bare the list of the bare app in the same rounds
 * @param sameSize the bare app with as many tags and bytes
 * @param small the page with 10,000 requests
 */
record PageFigures(
        LoadPage page,
        PageSize size,
        PageSize smallSize,
        DatabaseCost cost,
        DatabaseCost bareCost,
        Load portal,
        Load bare,
        Load sameSize,
        Load small) {

    private static final int STATEMENTS = 5;
    private static final int ROUND_TRIPS = 8;
    private static final double P99 = 3;
    private static final double GROWTH = 1.3;

    double ofBare() {
        return portal.rate().pagesPerSecond() / bare.rate().pagesPerSecond();
    }

    double ofSameSize() {
        return portal.rate().pagesPerSecond() / sameSize.rate().pagesPerSecond();
    }

    double p99() {
        return portal.rate().p99() / sameSize.rate().p99();
    }

    /** Time of the page compared with 10,000 requests, at the same bytes. */
    double growth() {
        double bytes = size.bytes() == 0 ? 1 : (double) size.bytes() / smallSize.bytes();
        return small.rate().pagesPerSecond() / portal.rate().pagesPerSecond() / bytes;
    }

    /** Sentences about each budget that the page does not keep. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        least(broken, "× bare list", ofBare(), page.ofBare);
        least(broken, "× bare app at the same size", ofSameSize(), page.ofSameSize);
        most(broken, "× the p99 of the bare app at the same size", p99(), P99);
        most(broken, "bytes", size.bytes(), page.bytes);
        most(broken, "tags", size.tags(), page.tags);
        most(broken, "statements", cost.statements(), STATEMENTS);
        most(broken, "round trips", cost.roundTrips(), ROUND_TRIPS);
        most(broken, "× the time with 10,000 requests", growth(), GROWTH);
        return broken;
    }

    private void least(List<String> broken, String what, double figure, double budget) {
        if (budget > 0 && figure < budget) {
            broken.add(sentence(what, figure, "at least", budget));
        }
    }

    private void most(List<String> broken, String what, double figure, double budget) {
        if (budget > 0 && figure > budget) {
            broken.add(sentence(what, figure, "at most", budget));
        }
    }

    private String sentence(String what, double figure, String bound, double budget) {
        return "%s: %s %s, %s %s".formatted(page.title, number(figure), what, bound, number(budget));
    }

    private static String number(double figure) {
        return figure == Math.rint(figure)
                ? String.format(Locale.ROOT, "%,.0f", figure)
                : String.format(Locale.ROOT, "%.2f", figure);
    }
}
