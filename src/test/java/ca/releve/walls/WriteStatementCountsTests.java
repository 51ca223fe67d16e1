package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.Statements.Traffic;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.TimeEntryStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the most frequent changes of a manager cost the database, the pages before and after them included. */
@PortalTest
class WriteStatementCountsTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    Statements statements;

    private SomeClient client;
    private Visitor manager;

    @BeforeEach
    void signIn() {
        client = world.client();
        world.need(true, "");
        manager = world.signedIn(client.account());
        manager.get("/accessibilite");
    }

    /**
     * Sending queues two mails: to the service, and to the manager that the request was received. The notice of a change is kept in the session until the next page has
     * shown it: one statement more for each of both.
     */
    @Test
    void aRequestIsCreatedAndSent() {
        List<Traffic> way = new ArrayList<>();
        way.add(statements.trafficDuring(() -> manager.get("/remplacements/nouveau")));
        Map<String, Object> need = Map.of(
                "facilityId", client.facility().id(),
                "jobFunctionId", first("jobFunctionId"),
                "ageGroupId", first("ageGroupId"),
                "taskTypeId", first("taskTypeId"),
                "qualified", "true",
                "notes", "Sonner en bas.");
        way.add(statements.trafficDuring(() -> manager.press("Enregistrer", need)));
        way.add(statements.trafficDuring(manager::follow));
        String schedule = manager.page().html().selectFirst("a[href$=/horaire]").attr("href");
        way.add(statements.trafficDuring(() -> manager.get(schedule)));
        Map<String, Object> week = Map.of(
                "startDate", "2030-06-03",
                "endDate", "2030-06-07",
                "startTime", "08:30",
                "endTime", "16:30",
                "unpaidBreak", "30");
        way.add(statements.trafficDuring(() -> manager.press("OK", week)));
        way.add(statements.trafficDuring(manager::follow));

        assertThat(manager.page().text()).contains("Demande envoyée");
        assertThat(way.stream().map(it -> it.statements().size()).toList())
                .as("form, create, request, schedule form, send, confirmation")
                .isEqualTo(List.of(4, 14, 6, 5, 17, 5));
        assertThat(way.stream().mapToInt(Traffic::roundTrips).sum()).isLessThanOrEqualTo(63);
    }

    @Test
    void aRequestInOneScreenCostsLess() {
        List<Traffic> way = new ArrayList<>();
        way.add(statements.trafficDuring(() -> manager.get("/remplacements/nouveau")));
        Map<String, Object> request = new LinkedHashMap<>(Map.of(
                "facilityId", client.facility().id(),
                "jobFunctionId", first("jobFunctionId"),
                "ageGroupId", first("ageGroupId"),
                "taskTypeId", first("taskTypeId"),
                "qualified", "true"));
        request.putAll(Map.of(
                "startDate", "2030-06-03",
                "endDate", "2030-06-07",
                "startTime", "08:30",
                "endTime", "16:30",
                "unpaidBreak", "30"));
        way.add(statements.trafficDuring(() -> manager.press("Envoyer la demande", request)));
        way.add(statements.trafficDuring(manager::follow));

        assertThat(manager.page().text()).contains("Demande envoyée");
        assertThat(way.stream().map(it -> it.statements().size()).toList())
                .as("form, send, confirmation")
                .isEqualTo(List.of(4, 21, 5));
        assertThat(way.stream().mapToInt(Traffic::roundTrips).sum()).isLessThanOrEqualTo(37);
    }

    @Test
    void fiftyEntriesCostAsManyStatementsAsOne() {
        assertThat(approve(hours.submitted(client, 50))).isEqualTo(approve(hours.submitted(client, 1)));
    }

    /** @return how many statements approve the entries of a request */
    private int approve(Worked worked) {
        manager.get("/approbation");
        String path = "/approbation/remplacements/" + worked.request().id() + "/approbation";
        List<String> seen = worked.ids().stream()
                .map(id -> id + ":" + hours.get(id).version())
                .toList();
        Traffic traffic = statements.trafficDuring(
                () -> manager.post(path, Map.of("submissionId", UUID.randomUUID(), "line", seen)));

        assertThat(manager.page().status()).isEqualTo(303);
        assertThat(worked.ids()).allMatch(id -> hours.get(id).status() == TimeEntryStatus.APPROVED);
        return traffic.statements().size();
    }

    private String first(String field) {
        return manager.page().html().select("#" + field + " option").eachAttr("value").stream()
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
