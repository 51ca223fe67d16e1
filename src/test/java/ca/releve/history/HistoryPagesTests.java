package ca.releve.history;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.catalog.JobFunction;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history on the page of its subject, in the language of the reader. */
@PortalTest
@Covers("PRIV-03")
class HistoryPagesTests {

    private static final String WHY = "Personne de libre la veille d’un congé.";

    @Autowired
    World world;

    private SomeClient client;
    private Account chantal;
    private Visitor dispatcher;

    @BeforeEach
    void signInAsADispatcher() {
        client = world.client();
        chantal = world.dispatcher();
        dispatcher = world.signedIn(chantal);
    }

    @Test
    void theHistoryOfARequestIsShownToTheServiceAndToItsClientOnly() {
        ReplacementRequest request = world.sentRequest(client, world.shift(Duration.ofDays(1), 8));
        dispatcher.get("/admin/demandes/" + request.id() + "/refus");
        dispatcher.press("Refuser la demande", Map.of("reason", WHY));

        Visitor manager = world.signedIn(client.account());
        for (String text : new String[] {
            world.signedIn(world.administrator())
                    .get("/admin/demandes/" + request.id())
                    .text(),
            manager.get("/remplacements/" + request.id()).text()
        }) {
            assertThat(text).contains("Historique", "Le service refuse la demande.", chantal.name(), WHY);
        }
        assertThat(manager.get("/remplacements/" + request.id() + "?langue=en").text())
                .contains("History", chantal.name(), WHY)
                .doesNotContain("Le service refuse");

        Visitor another = world.signedIn(world.client().account());
        assertThat(another.get("/remplacements/" + request.id()).status()).isEqualTo(404);
        assertThat(another.page().body()).doesNotContain(WHY);
        assertThat(manager.get("/admin/demandes/" + request.id()).status()).isEqualTo(403);
        assertThat(manager.page().body()).doesNotContain(WHY);
    }

    @Test
    void theHistoryOfASubstituteNamesCatalogItemsInTheReadersLanguage() {
        Substitute amelie = world.substitute();
        JobFunction function = world.jobFunction();
        String path = "/admin/remplacantes/" + amelie.id();
        dispatcher.get(path + "/modification");
        dispatcher.press("Enregistrer", Map.of("jobFunctionIds", function.id()));

        assertThat(dispatcher.follow().text())
                .contains("« rien » devient « " + function.nameFr() + " »", chantal.name());
        assertThat(dispatcher
                        .get(path + "?langue=en")
                        .html()
                        .select(".timeline")
                        .text())
                .contains(function.nameEn(), chantal.name())
                .doesNotContain(function.nameFr());
    }

    @Test
    void theHistoryOfAClientIsShownToTheServiceOnly() {
        Account louise = world.administrator();
        Visitor administrator = world.signedIn(louise);
        String path = "/admin/clients/" + client.client().id();
        administrator.get(path + "/modification");
        administrator.press("Enregistrer", Map.of("name", client.client().name() + " et compagnie"));

        assertThat(dispatcher.get(path).html().select(".timeline").text()).contains("et compagnie", louise.name());
        assertThat(world.signedIn(client.account()).get(path).status()).isEqualTo(403);
    }

    @Test
    void theRecordOfAStaffMemberShowsWhatTheyDid() {
        Substitute amelie = world.substitute();
        dispatcher.get("/admin/remplacantes/" + amelie.id() + "/modification");
        dispatcher.press("Enregistrer", Map.of("phone", "581 555-0100"));

        assertThat(world.signedIn(world.administrator())
                        .get("/admin/personnel/" + chantal.staffMemberId())
                        .text())
                .contains("581 555-0100");
        assertThat(dispatcher.get("/admin/personnel/" + chantal.staffMemberId()).status())
                .isEqualTo(403);
    }
}
