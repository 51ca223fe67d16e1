package ca.releve.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.load.run.Deployment;
import ca.releve.testing.Covers;
import ca.releve.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The PostgreSQL server dies while managers send forms, and its streaming replica is promoted. With synchronous replication no
 * answered form is lost, and the portal finds the new server by itself.
 */
@Tag("long")
@Covers({"OPS-01", "TST-04"})
class FailoverIT {

    private static final Duration PAGES_ARE_BACK = Duration.ofSeconds(15);

    @Test
    void noAnsweredFormIsLostWhenTheReplicaIsPromoted() throws Exception {
        try (Rig rig = Rig.create("failover")) {
            FaultDatabase primary = rig.database();
            primary.stop();
            try (FaultDatabase replica = primary.copyAsReplica(rig.directory().resolve("replica"))) {
                primary.start();
                replica.start();
                commitOnBoth(primary.client());
                promote(rig, primary, replica);
            }
        }
    }

    private static void promote(Rig rig, FaultDatabase primary, FaultDatabase replica) throws Exception {
        String both = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary"
                .formatted(replica.port(), primary.port());
        Instance portal = rig.startOn(both, Deployment.freePort());
        List<Visitor> managers = rig.managers(portal.port());
        Rows before = Rows.of(primary.client());
        Crowd crowd = Crowd.of(managers);
        try (Crowd ending = crowd) {
            crowd.awaitSent(10);

            primary.crash();
            crowd.awaitTrouble();
            replica.client().sql("select pg_promote()").query().singleRow();

            Awaitility.await("pages are back")
                    .atMost(PAGES_ARE_BACK)
                    .until(() -> new Visitor(portal.port()).get("/connexion").status() == 200
                            && portal.readiness().status() == 200);
            crowd.awaitSent(10);
            crowd.stop();
        }
        assertThat(crowd.statuses()).as("%s", crowd).isSubsetOf(Set.of(200, 303, 503));
        Rows.check(replica.client(), before, crowd);
        rig.awaitMails(replica.client(), 1);
    }

    /** From now on a commit waits until the replica has it on its disk. */
    private static void commitOnBoth(JdbcClient primary) {
        Awaitility.await("the replica streams")
                .until(() -> primary.sql("select count(*) from pg_stat_replication where state = 'streaming'")
                        .query(Integer.class)
                        .single()
                        .equals(1));
        primary.sql("alter system set synchronous_standby_names = '" + FaultDatabase.STANDBY + "'")
                .update();
        primary.sql("select pg_reload_conf()").query().singleRow();
        Awaitility.await("the replica is synchronous")
                .until(() -> primary.sql("select sync_state from pg_stat_replication")
                        .query(String.class)
                        .single()
                        .equals("sync"));
    }
}
