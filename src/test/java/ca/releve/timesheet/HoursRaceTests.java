package ca.releve.timesheet;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent approvals and returns (INT-07). */
@PortalTest
class HoursRaceTests {

    private static final int PEOPLE = 10;

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ofManyConcurrentApprovalsAndReturnsOneSucceeds() throws Exception {
        Worked worked = hours.submitted(world.client(), 1);
        UUID id = worked.id(0);
        List<Visitor> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Visitor manager = world.signedIn(worked.client().account());
            manager.get("/approbation/" + id + "/retour");
            people.add(manager);
        }
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Visitor person = people.get(i);
            String verb = i % 2 == 0 ? "/approbation" : "/retour";
            answers.add(crowd.submit(() -> {
                go.await();
                return person.post(
                                "/approbation/" + id + verb,
                                Map.of("submissionId", UUID.randomUUID(), "version", "1", "reason", "Motif"))
                        .status();
            }));
        }
        go.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        crowd.shutdown();

        assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(PEOPLE - 1);
        assertThat(jdbc.sql("select event from history_entry where subject_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .hasSize(1)
                .first()
                .isIn("entry.approved", "entry.returned");
    }
}
