package ca.releve.load.run;

import ca.releve.testing.Visitor;
import java.util.Map;

/** The pages of the bare app, for a user who has signed in. */
final class BarePages {

    private final App app;
    private final String cookies;
    private final PageSize none;
    private final PageSize hundred;

    BarePages(App app) throws Exception {
        this.app = app;
        Visitor visitor = new Visitor(app.port());
        visitor.get("/login");
        visitor.press("Sign in", Map.of("username", "bare", "password", "bare"));
        this.cookies = visitor.cookies();
        this.none = PageSize.of(list(0, 0));
        this.hundred = PageSize.of(list(100, 0));
    }

    Wrk list() {
        return page("/list");
    }

    Wrk form() {
        return page("/form");
    }

    /** The list with as many groups of tags, and as much text in them, as the other page has at least. */
    Wrk asLargeAs(PageSize other) {
        int tagsOfGroup = (hundred.tags() - none.tags()) / 100;
        int bytesOfGroup = (hundred.bytes() - none.bytes()) / 100;
        int groups = Math.max(0, ceil(other.tags() - none.tags(), tagsOfGroup));
        int missing = other.bytes() - none.bytes() - groups * bytesOfGroup;
        if (missing > 0 && groups == 0) {
            groups = 1;
            missing -= bytesOfGroup;
        }
        return list(groups, missing <= 0 ? 0 : ceil(missing, groups));
    }

    private Wrk list(int groups, int letters) {
        return page("/list?groups=" + groups + "&letters=" + letters);
    }

    private Wrk page(String path) {
        return new Wrk("http://localhost:" + app.port() + path, cookies);
    }

    private static int ceil(int amount, int by) {
        return (amount + by - 1) / by;
    }
}
