package ca.releve.load.run;

import java.time.Duration;

/**
 * What a user's work costs, done again and again by one user without load beside it.
 *
 * @param wallMillis from the first request to the last answer
 * @param jvmMillis processor time of the JVM
 * @param databaseMillis processor time of the processes of the database
 */
record WriteFigures(
        String name, int requests, double wallMillis, double jvmMillis, double databaseMillis, DatabaseCost cost) {

    /** Does the work {@code warm} times for warming, then {@code times} times while it is measured. */
    static WriteFigures of(
            String name, int requests, int warm, int times, LoadServer server, Portal portal, DatabaseCost.Step step)
            throws Exception {
        for (int i = 0; i < warm; i++) {
            step.run();
        }
        Duration jvm = portal.app().cpu();
        Duration database = server.cpu();
        long begin = System.nanoTime();
        DatabaseCost cost = DatabaseCost.of(server, portal.database(), times, step);
        double wall = (System.nanoTime() - begin) / 1e6;
        return new WriteFigures(
                name,
                requests,
                wall / times,
                portal.app().cpu().minus(jvm).toNanos() / 1e6 / times,
                server.cpu().minus(database).toNanos() / 1e6 / times,
                cost);
    }

    /** Processor time of JVM and database together, in pages of the bare list under load. */
    double inBarePages(Load bare) {
        return (jvmMillis + databaseMillis) / (bare.jvmMillis() + bare.databaseMillis());
    }
}
