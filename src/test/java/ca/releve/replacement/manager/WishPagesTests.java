package ca.releve.replacement.manager;

import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A preferred person, and the same person on all days. */
@PortalTest
class WishPagesTests {

    private static final String NEW = "/remplacements/nouveau";

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    JdbcClient jdbc;

    SomeClient mine;
    Visitor manager;

    @BeforeEach
    void signIn() {
        mine = world.client();
        manager = world.signedIn(mine.account());
    }

    @Test
    void thoseWhoCameBeforeAreSuggestedAndNobodyElse() {
        Substitute amelie = hours.worked(mine, 1).substitute();
        Substitute elsewhere = hours.worked(world.client(), 1).substitute();
        Substitute never = world.substitute();
        Substitute booked = world.substitute();
        world.confirmed(mine, booked, world.shift(Duration.ofDays(2), 8));

        assertThat(suggested(manager.get(NEW))).containsExactly(amelie.name());
        assertThat(manager.page().body()).doesNotContain(elsewhere.name(), never.name());
        ReplacementRequest request = world.request(mine);
        assertThat(suggested(manager.get(path(request) + "/modification"))).containsExactly(amelie.name());
    }

    @Test
    void whoCameToAnotherInstallationOnlyIsNotNamedToALimitedManager() {
        Facility other = world.facility(mine.client(), "Installation de la Rive");
        Substitute there =
                hours.worked(mine, other, TimeEntries.day(TimeEntries.MONDAY)).substitute();
        Substitute here = hours.worked(mine, 1).substitute();
        Visitor limited = world.signedIn(world.limitedManager(mine));

        assertThat(suggested(limited.get(NEW))).containsExactly(here.name());
        assertThat(suggested(manager.get(NEW))).containsExactlyInAnyOrder(here.name(), there.name());
    }

    @Test
    void theServiceSeesThePreferredPersonFirstAmongTheCandidates() {
        Substitute amelie = hours.worked(mine, 1).substitute();
        ReplacementRequest request = world.sentRequest(mine, world.shift(Duration.ofDays(3), 8));
        manager.get(path(request) + "/modification");
        manager.press("Enregistrer", Map.of("preferredName", amelie.name().toUpperCase(), "samePerson", "true"));
        assertThat(manager.follow().text())
                .contains("Personne souhaitée " + amelie.name(), "La même personne tous les jours Oui")
                .contains("Personne souhaitée : « rien » devient « " + amelie.name() + " »")
                .contains("La même personne tous les jours : « Non » devient « Oui »");

        Visitor staff = world.signedIn(world.dispatcher());
        String desk = "/admin/demandes/" + request.id();
        assertThat(staff.get(desk).text())
                .contains("Personne souhaitée " + amelie.name(), "La même personne tous les jours Oui");
        Page candidates = staff.get(desk + "/affectation");
        assertThat(candidates.text())
                .contains("Personne souhaitée : " + amelie.name(), "La même personne tous les jours, si possible.");
        assertThat(candidates.html().selectFirst(".candidate").text())
                .contains(amelie.name(), "Souhaitée par le client");
        assertThat(candidates.html().select(".candidate:contains(Souhaitée)")).hasSize(1);
    }

    @Test
    void anotherNameStaysAText() {
        ReplacementRequest request = world.request(mine);
        Substitute unknown = world.substitute();
        manager.get(path(request) + "/modification");

        manager.press("Enregistrer", Map.of("preferredName", unknown.name()));

        assertThat(manager.follow().text()).contains("Personne souhaitée " + unknown.name());
        assertThat(jdbc.sql("select preferred_id is null from replacement_request where id = ?")
                        .param(request.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aNameThatIsTooLongOrMisleadingIsRefused() {
        manager.get(path(world.request(mine)) + "/modification");

        assertThat(manager.press("Enregistrer", Map.of("preferredName", "é".repeat(101)))
                        .problems())
                .containsExactly("Le nom de la personne souhaitée a au plus 100 caractères");
        assertThat(manager.press("Enregistrer", Map.of("preferredName", "Amélie\u202EGagnon"))
                        .problems())
                .containsExactly("Le nom de la personne souhaitée a des caractères qui ne conviennent pas");
    }

    @Test
    void theMailToTheServiceSaysWhoWouldBeWelcome() {
        ReplacementRequest request = world.request(mine);
        manager.get(path(request) + "/modification");
        manager.press("Enregistrer", Map.of("preferredName", "Hélène Boisvert", "samePerson", "true"));
        manager.get(path(request) + "/horaire");
        manager.press("OK", day("2030-06-20"));

        assertThat(mailOf(request))
                .contains(
                        "Personne souhaitée\u00a0: Hélène Boisvert.", "La même personne est souhaitée tous les jours.");
    }

    @Test
    void severalPeopleAreSeveralRequestsOnOneConfirmation() {
        Substitute amelie = hours.worked(mine, 1).substitute();
        manager.get(NEW + "?modele=" + world.request(mine).id());
        Map<String, Object> fields = new HashMap<>(day("2030-06-20"));
        fields.put("people", "3");
        fields.put("preferredName", amelie.name());

        manager.press("Envoyer la demande", fields);

        Page sent = manager.follow();
        assertThat(sent.text()).contains("Demandes envoyées", "le jeudi 20 juin 2030");
        List<String> codes = sent.html().select("main dt").eachText();
        assertThat(codes).hasSize(3).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select preferred_name from replacement_request where code in (:codes) order by id")
                        .param("codes", codes)
                        .query(String.class)
                        .list())
                .containsExactly(amelie.name(), "", "");
        String address = NEW + "/envoyees?demandes="
                + sent.html().selectFirst(".summary-action a").attr("href").substring("/remplacements/".length());
        assertThat(manager.get(address).status()).isEqualTo(200);
        Visitor stranger = world.signedIn(world.client().account());
        assertThat(stranger.get(address).location()).hasValue("/remplacements");
    }

    @Test
    void fromOneToTenPeopleAreAskedForAndADraftIsForOne() {
        manager.get(NEW + "?modele=" + world.request(mine).id());
        for (String people : List.of("0", "11", "")) {
            Map<String, Object> fields = new HashMap<>(day("2030-06-20"));
            fields.put("people", people);
            assertThat(manager.press("Envoyer la demande", fields).problems())
                    .as(people)
                    .containsExactly("Inscrivez un nombre de personnes de 1 à 10");
        }
        assertThat(manager.press("Enregistrer", Map.of("people", "2")).problems())
                .containsExactly("Pour plusieurs personnes, envoyez la demande avec l’horaire");
        assertThat(jdbc.sql("select count(*) from replacement_request where client_id = ?")
                        .param(mine.client().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String mailOf(ReplacementRequest request) {
        return jdbc.sql("select body from outgoing_mail where kind = 'request-submitted' and body like ?")
                .param("%" + request.code() + "%")
                .query(String.class)
                .single();
    }

    private static List<String> suggested(Page page) {
        return page.html().select("#preferredName-list option").eachAttr("value");
    }

    private static Map<String, String> day(String date) {
        return Map.of(
                "startDate", date, "endDate", date, "startTime", "08:30", "endTime", "16:30", "unpaidBreak", "30");
    }
}
