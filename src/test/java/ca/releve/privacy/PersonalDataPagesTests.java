package ca.releve.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.substitute.Substitute;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Tables;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** « Renseignements personnels » of a person: what is kept, the export, the erasure and its suspension. */
@PortalTest
class PersonalDataPagesTests {

    private static final String PAGE = "/admin/renseignements/";
    private static final String EXPORT = "Télécharger le fichier";

    @Autowired
    World world;

    @Autowired
    TimeEntries entries;

    @Autowired
    JdbcClient jdbc;

    private SomeClient client;
    private Account administrator;
    private Visitor visitor;

    @BeforeEach
    void anAdministrator() {
        client = world.client();
        administrator = world.administrator();
        visitor = world.signedIn(administrator);
    }

    @Test
    @Covers("PRIV-06")
    void aSubstituteGetsHerDataInOneFileAndNothingOfAnother() {
        Worked hers = entries.worked(client, 2);
        entries.submitLonger(hers.id(0), 15, "Restée pour la réunion");
        jdbc.sql(
                        "insert into substitute_job_function values (?, (select id from job_function where name_fr = 'Éducatrice'))")
                .param(hers.substitute().id())
                .update();
        Substitute other = world.save(
                new Substitute("Wilhelmine", "Autrechose", "wilhelmine.autrechose@example.test", "418 555-2846", true));
        world.confirmed(client, other, world.shift(Duration.ofDays(2), 8));
        visitor.get("/admin/remplacantes/" + hers.substitute().id());
        Page page = visitor.click("Renseignements personnels");
        assertThat(page.title())
                .contains("Renseignements personnels de " + hers.substitute().name());
        assertThat(page.text()).contains("Heures, par jour 2", "six ans après les heures");

        Page file = visitor.press(EXPORT, Map.of());

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("content-type")).hasValue("application/json");
        assertThat(file.header("content-disposition"))
                .hasValue("attachment; filename=\"renseignements-personnels.json\"");
        assertThat(file.header("cache-control").orElse("")).contains("no-store");
        JsonNode data = JsonMapper.shared().readTree(file.body()).get("data");
        assertThat(data.at("/substitute/0/phone").asString()).isEqualTo("418 555-0103");
        assertThat(data.at("/functions/0/job_function").asString()).isEqualTo("Éducatrice");
        assertThat(data.get("hours")).hasSize(2);
        assertThat(file.body())
                .contains(hers.substitute().email(), "Restée pour la réunion", "Josée Lavoie")
                .doesNotContain(
                        "Wilhelmine", "Autrechose", "555-2846", other.id().toString());
        assertThat(jdbc.sql(
                                "select facts from security_event where event = 'sensitive_read' order by at desc, id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("person=" + hers.substitute().id() + " by=" + administrator.id());
    }

    @Test
    @Covers("PRIV-06")
    void managersAndStaffGetTheirAccountAndTheirActs() {
        entries.approve(entries.submitted(client, 1).id(0), world.actor(client.account()));
        Visitor manager = world.signedIn(client.account());
        manager.get("/remplacements");
        Account dispatcher = world.dispatcher();
        world.signedIn(dispatcher).get("/admin/demandes");

        visitor.get("/admin/comptes/" + client.account().id());
        visitor.click("Renseignements personnels");
        Page ofManager = visitor.press(EXPORT, Map.of());
        JsonNode data = JsonMapper.shared().readTree(ofManager.body()).get("data");
        assertThat(data.at("/manager/0/email").asString())
                .isEqualTo(client.manager().email());
        assertThat(data.at("/account/0/last_name").asString())
                .isEqualTo(client.account().lastName());
        assertThat(data.get("sessions")).hasSize(1);
        assertThat(ofManager.body()).doesNotContain(client.account().passwordHash(), dispatcher.email());

        visitor.get("/admin/personnel/" + dispatcher.staffMemberId());
        visitor.click("Renseignements personnels");
        Page ofStaff = visitor.press(EXPORT, Map.of());
        JsonNode staff = JsonMapper.shared().readTree(ofStaff.body()).get("data");
        assertThat(staff.at("/staff/0/role").asString()).isEqualTo("DISPATCHER");
        assertThat(staff.get("passkeys")).hasSize(1);
        assertThat(ofStaff.body()).doesNotContain(client.account().email());
    }

    @Test
    @Covers("PRIV-06")
    void onlyAdministratorsAskAndUnknownPeopleAndKindsAreNotFound() {
        UUID id = world.substitute().id();
        Visitor dispatcher = world.signedIn(world.dispatcher());
        assertThat(dispatcher.get("/admin/remplacantes/" + id).text()).doesNotContain("Renseignements personnels");
        assertThat(dispatcher.get(PAGE + "remplacantes/" + id).status()).isEqualTo(403);

        for (String path : List.of("remplacantes/" + UUID.randomUUID(), "gestionnaires/" + id, "autres/" + id)) {
            assertThat(visitor.get(PAGE + path).status()).as(path).isEqualTo(404);
            assertThat(visitor.post(PAGE + path + "/export", Map.of()).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theDownloadByAnAddressChangesAndShowsNothing() {
        String page = PAGE + "remplacantes/" + world.substitute().id();
        Map<String, String> before = new Tables().sums();

        assertThat(visitor.get(page + "/export").location()).hasValue(page);
        assertThat(new Tables().sums()).isEqualTo(before);
    }

    @Test
    @Covers("PRIV-10")
    void erasureAsksForAReasonAndIsRecorded() {
        Substitute substitute = world.substitute();
        jdbc.sql("update substitute set active = false where id = ?")
                .param(substitute.id())
                .update();
        visitor.get(PAGE + "remplacantes/" + substitute.id());
        assertThat(visitor.click("Effacer ses renseignements").text())
                .contains("On ne peut pas revenir en arrière")
                .doesNotContain("Elle a travaillé");

        Page refused = visitor.press("Effacer pour toujours", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly("Dites pourquoi ses renseignements sont effacés");

        Page done = visitor.press("Effacer pour toujours", Map.of("reason", "Demandé par écrit le 2 mars"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(visitor.follow().text())
                .contains("Les renseignements personnels sont effacés.", "Renseignements personnels de Personne ")
                .doesNotContain(substitute.lastName());
        assertThat(jdbc.sql(
                                "select reason || ' ' || (actor_id = ?) from history_entry where event = 'person.erased' and subject_id = ?")
                        .params(administrator.id(), substitute.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Demandé par écrit le 2 mars true");
        assertThat(jdbc.sql("select count(*) from security_event where event = 'sensitive_delete' and facts = ?")
                        .param("person=" + substitute.id() + " by=" + administrator.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @Covers("PRIV-10")
    void aPersonAtWorkIsNotErased() {
        Worked worked = entries.submitted(client, 1);
        world.confirmed(client, worked.substitute(), world.shift(Duration.ofDays(2), 8));
        String page = PAGE + "remplacantes/" + worked.substitute().id();

        assertThat(visitor.get(page + "/effacement").text())
                .contains(
                        "Ce n’est pas encore possible",
                        "Sa fiche est active",
                        "Un quart est encore à venir",
                        "Une journée n’est pas encore approuvée");
        assertThat(visitor.page().html().select("main form")).isEmpty();

        Substitute left = world.substitute();
        jdbc.sql("update substitute set active = false where id = ?")
                .param(left.id())
                .update();
        Page shown = visitor.get(PAGE + "remplacantes/" + left.id() + "/effacement");
        jdbc.sql("update substitute set active = true where id = ?")
                .param(left.id())
                .update();
        assertThat(visitor.press(shown, "Effacer pour toujours", Map.of("reason", "Demandé"))
                        .status())
                .isEqualTo(409);
        assertThat(visitor.page().text()).contains("ne peuvent pas être effacés pour le moment");
    }

    @Test
    @Covers("PRIV-05")
    void aLitigationSuspendsTheErasure() {
        Substitute substitute = world.substitute();
        jdbc.sql("update substitute set active = false where id = ?")
                .param(substitute.id())
                .update();
        String page = PAGE + "remplacantes/" + substitute.id();
        visitor.get(page);
        visitor.click("Suspendre l’effacement");
        assertThat(visitor.press("Suspendre l’effacement", Map.of("reason", "")).problems())
                .containsExactly("Dites pourquoi ses renseignements doivent être gardés");
        Page shown = visitor.page();
        visitor.press("Suspendre l’effacement", Map.of("reason", "Grief du 4 mars"));

        assertThat(visitor.follow().text())
                .contains("L’effacement est suspendu.", "Par " + administrator.name() + ". Motif : Grief du 4 mars");
        assertThat(visitor.get(page + "/effacement").text()).contains("Mettez d’abord fin à la suspension");

        assertThat(visitor.press(shown, "Suspendre l’effacement", Map.of("reason", ""))
                        .status())
                .as("the form is no longer shown")
                .isEqualTo(409);
        visitor.get(page);
        visitor.press("Mettre fin à la suspension");
        assertThat(visitor.follow().text())
                .contains("L’effacement n’est plus suspendu.")
                .doesNotContain("Grief");
        assertThat(visitor.get(page + "/effacement").text()).doesNotContain("Mettez d’abord fin");
    }

    @Test
    void thePageIsCompleteInEnglish() {
        Substitute substitute = world.substitute();

        Page page = visitor.get(PAGE + "remplacantes/" + substitute.id() + "?langue=en");
        page = page.location().isPresent() ? visitor.follow() : page;

        assertThat(page.title()).contains("Personal information about " + substitute.name());
        assertThat(page.text())
                .contains("Download the file", "Suspend the erasure")
                .doesNotContain("Effacer");
    }
}
