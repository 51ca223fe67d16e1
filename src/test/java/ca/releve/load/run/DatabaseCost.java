package ca.releve.load.run;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one page or form costs the database, without load beside it.
 *
 * @param statements without begin, commit and settings
 * @param roundTrips with settings and the ends of transactions; a {@code begin} travels with the statement that follows
 * @param millis planning and execution
 */
record DatabaseCost(int statements, int roundTrips, double millis) {

    private static final int REPEATED = 100;

    /** PostgreSQL does not count each commit of a driver, but each begin, which has one end. */
    private static final String SUMS = """
            select coalesce(sum(times) filter (where query !~* '^(begin|commit|rollback|set|show)'), 0) as statements,
                   coalesce(sum(times) filter (where query !~* '^(commit|rollback)'), 0) as round_trips,
                   coalesce(sum(millis), 0) as millis
              from (select query, round(calls::numeric / :times) as times,
                           (total_plan_time + total_exec_time) / :times as millis, dbid, userid, calls
                      from pg_stat_statements) one
             where dbid = (select oid from pg_database where datname = :database)
               and userid in (select oid from pg_roles where rolname in ('releve', 'bare'))
               and query not like '%scheduled_%' and calls * 2 >= :times
            """;

    /** Asks for a page again and again. What the portal does by itself meanwhile is too rare to be counted. */
    static DatabaseCost of(LoadServer server, String database, Wrk page) throws Exception {
        return of(server, database, REPEATED, () -> PageSize.plain(page));
    }

    static DatabaseCost of(LoadServer server, String database, int times, Step step) throws Exception {
        JdbcClient admin = server.admin();
        admin.sql("select pg_stat_statements_reset()").query().singleRow();
        for (int i = 0; i < times; i++) {
            step.run();
        }
        return admin.sql(SUMS)
                .param("times", times)
                .param("database", database)
                .query(DatabaseCost.class)
                .single();
    }

    /** Something that a user does. */
    interface Step {
        void run() throws Exception;
    }
}
