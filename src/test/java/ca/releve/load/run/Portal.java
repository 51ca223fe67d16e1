package ca.releve.load.run;

import ca.releve.testing.Visitor;
import java.util.EnumMap;
import java.util.Map;

/** A running portal with users who have signed in. */
final class Portal {

    private final App app;
    private final String database;
    private final Addresses addresses;
    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

    Portal(App app, String database, People people) {
        this.app = app;
        this.database = database;
        this.addresses = people.addresses();
        for (Role role : Role.values()) {
            visitors.put(role, people.signedIn(app, role));
        }
    }

    App app() {
        return app;
    }

    String database() {
        return database;
    }

    Addresses addresses() {
        return addresses;
    }

    Visitor visitor(Role role) {
        return visitors.get(role);
    }

    Wrk page(LoadPage page) {
        return new Wrk(
                "http://localhost:" + app.port() + page.address(addresses),
                visitors.get(page.role).cookies());
    }
}
