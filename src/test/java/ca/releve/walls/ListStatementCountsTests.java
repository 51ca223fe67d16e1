package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The statements of a list depend neither on its length nor on its filters. */
@PortalTest
class ListStatementCountsTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    Statements statements;

    @Test
    void filteredListsAndPreviewsCostFewStatements() {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());
        Visitor dispatcher = world.signedIn(world.dispatcher());
        hours.submitted(client, 1);
        UUID request = world.request(client).id();
        UUID open =
                world.sentRequest(client, world.shift(Duration.ofDays(2), 8)).id();
        String days = "startDate=2030-06-03&endDate=2030-06-07&startTime=08:30&endTime=16:30&unpaidBreak=30";
        for (String path : List.of(
                "/remplacements?statut=SUBMITTED&texte=gagnon&du=2026-01-01&au=2030-01-01",
                "/approbation?statut=ALL&semaine=2026-03-02",
                "/remplacements/nouveau?modele=" + request,
                "/remplacements/" + request + "/horaire?" + days)) {
            assertThat(cost(manager, path)).as(path).isLessThanOrEqualTo(StatementCountsTests.MOST_STATEMENTS);
        }
        for (String path : List.of(
                "/admin/demandes?statut=TOUS&texte=gagnon+parc&tri=client&du=2026-01-01&au=2030-01-01",
                "/admin/heures?remplacante=Gagnon&statut=SUBMITTED&semaine=2026-03-02",
                "/admin/heures?remplacante=qwxz",
                "/admin/demandes/" + open + "/affectation?texte=Gagnon")) {
            assertThat(cost(dispatcher, path)).as(path).isLessThanOrEqualTo(StatementCountsTests.MOST_STATEMENTS);
        }
    }

    @Test
    void aLongListCostsAsManyStatementsAsOneOfOneRow() {
        SomeClient few = world.client();
        SomeClient many = world.client();
        world.sentRequest(few, world.shift(Duration.ofDays(2), 8));
        hours.submitted(few, 1);
        for (int i = 0; i < 25; i++) {
            world.sentRequest(many, world.shift(Duration.ofDays(2 + i), 8));
            world.substitute();
            world.signedIn(world.client().account());
            world.dispatcher();
        }
        hours.submitted(many, 25);
        Visitor ofFew = world.signedIn(few.account());
        Visitor ofMany = world.signedIn(many.account());
        for (String path : List.of("/remplacements", "/approbation?statut=ALL")) {
            assertThat(cost(ofMany, path)).as(path).isEqualTo(cost(ofFew, path));
        }
        Visitor administrator = world.signedIn(world.administrator());
        for (String path : List.of("/admin/demandes?client=", "/admin/heures?client=")) {
            assertThat(cost(administrator, path + many.client().id()))
                    .as(path)
                    .isEqualTo(cost(administrator, path + few.client().id()));
        }
        String alone = few.client().name().replaceAll("\\D+", "");
        Map<String, String> everybody = Map.of(
                "/admin/clients?texte=", "Tournesols",
                "/admin/comptes?texte=", "Tremblay",
                "/admin/remplacantes?texte=", "Gagnon",
                "/admin/personnel?texte=", "Lavoie",
                "/admin/courriels?texte=", "Tremblay",
                "/admin/securite?personne=", "Tremblay");
        everybody.forEach((path, name) ->
                assertThat(cost(administrator, path + name)).as(path).isEqualTo(cost(administrator, path + alone)));
    }

    /** The statements of a page that is shown for the second time: the first time the session keeps the address of the list. */
    private int cost(Visitor visitor, String path) {
        visitor.get(path);
        int cost =
                statements.trafficDuring(() -> visitor.get(path)).statements().size();
        assertThat(visitor.page().status()).as(path).isEqualTo(200);
        return cost;
    }
}
