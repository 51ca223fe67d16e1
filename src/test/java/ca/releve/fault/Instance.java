package ca.releve.fault;

import ca.releve.load.run.App;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import java.time.Duration;
import java.util.OptionalInt;

/** A running instance of the packaged portal. */
final class Instance implements AutoCloseable {

    private final App app;
    private final Visitor watcher;

    Instance(App app, int managementPort) {
        this.app = app;
        this.watcher = new Visitor(managementPort);
    }

    int port() {
        return app.port();
    }

    Page readiness() {
        return watcher.get("/actuator/health/readiness");
    }

    Page liveness() {
        return watcher.get("/actuator/health/liveness");
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        app.kill();
    }

    /** As {@code kill -TERM} does; returns at once. */
    void terminate() {
        app.terminate();
    }

    /** @return the exit status; empty if the instance did not end in this time */
    OptionalInt exit(Duration limit) throws InterruptedException {
        return app.exit(limit);
    }

    @Override
    public void close() {
        app.close();
    }
}
