package ca.releve.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.client.Facility;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.web.list.WordSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One text finds the same in every list. {@code #} in a text stands for the number in the names of this test's data. */
@PortalTest
class OneSearchTests {

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    RenamedTask renamed;

    @Autowired
    JdbcClient jdbc;

    SomeClient mine;
    String number;
    Visitor staff;
    Visitor manager;

    @BeforeEach
    void signIn() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        mine = world.client();
        number = mine.client().name().replaceAll("\\D", "");
        staff = world.signedIn(world.administrator());
        manager = world.signedIn(mine.account());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sacre coeur #",
                "SACRÉ-CŒUR #",
                "coeur, # sacré",
                "  coeur   sacre#x",
                "sacrecoeur #",
                "l’école sacré cœur #",
                "lecole #"
            })
    void aNameIsFoundHoweverItIsWritten(String text) {
        String typed = text.replace("#x", " #").replace("#", number);
        Client client = world.save(new Client("CPE L'École Sacré-Cœur " + number, clock));
        Facility facility = world.facility(mine.client(), "L’École du Sacré-Cœur " + number);
        ReplacementRequest request = world.save(sent(facility));
        Substitute sister = world.save(new Substitute(
                "Marie-Ève",
                "L'École-Sacré-Cœur " + number,
                "m." + System.nanoTime() + "@example.test",
                "418 555-0140",
                true));
        index(request);

        assertThat(rows(staff, "/admin/clients?texte=", typed)).contains(client.name());
        assertThat(staff.get("/admin/demandes?statut=TOUS&client=" + encoded(typed))
                        .html()
                        .select("#client")
                        .val())
                .isEqualTo(client.name());
        assertThat(rows(manager, "/remplacements?texte=", typed)).contains(request.code());
        assertThat(rows(staff, "/admin/demandes?statut=TOUS&texte=", typed)).contains(request.code());
        assertThat(rows(staff, "/admin/remplacantes?texte=", typed)).contains(sister.lastName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soeur #", "SŒUR #", "# d'or soeur", "Sœur-d’Or #"})
    void aPersonIsFoundInHoursAccountsMailsAndEventsHoweverTheNameIsWritten(String text) {
        String typed = text.replace("#", number);
        Substitute sister = world.save(new Substitute(
                "Odile", "Sœur d’Or " + number, "odile." + System.nanoTime() + "@example.test", "418 555-0140", true));
        assertThat(jdbc.sql("select count(*) from substitute where id = :id and " + WordSearch.byIndex("search_text"))
                        .param("id", sister.id())
                        .param("words", WordSearch.patterns(typed))
                        .param("longest", WordSearch.longest(WordSearch.patterns(typed)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("update account set last_name = ? where id = ?")
                .params("Sœur d’Or " + number, mine.account().id())
                .update();
        jdbc.sql(
                        "insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body, status, queued_at)"
                                + " values (uuidv7(), 0, 'x', 'odile@example.test', ?, 'fr', 'Sœur d’Or', '', 'SENT', timestamptz '2027-03-08 10:00Z')")
                .param("Odile Sœur d’Or " + number)
                .update();
        jdbc.sql(
                        "insert into security_event (id, at, event, account_id, facts) values (uuidv7(), timestamptz '2027-03-08 10:00Z', 'authn_login_success', ?, '')")
                .param(mine.account().id())
                .update();

        assertThat(rows(staff, "/admin/comptes?texte=", typed)).contains("Sœur d’Or " + number);
        assertThat(rows(staff, "/admin/courriels?texte=", typed)).contains("Odile Sœur d’Or " + number);
        assertThat(rows(staff, "/admin/securite?personne=", typed)).contains("Sœur d’Or " + number);
        assertThat(staff.get("/admin/heures?remplacante=" + encoded(typed)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"41855#", "(418) 55#", "418.55#", "+1 418-55#", "55#"})
    void aPhoneIsFoundByItsDigitsHoweverItIsWritten(String text) {
        String digits = String.format("%05d", Math.abs(System.nanoTime() / 1000 % 100_000));
        String first = digits.substring(0, 1);
        String others = digits.substring(1);
        String typed = text.replace("#", first + "-" + others);
        String phone = "1 (418) 55" + first + "." + others;
        Substitute substitute = world.save(
                new Substitute("Rose", "Proulx " + number, "r" + System.nanoTime() + "@example.test", phone, true));
        phone = "418-55" + first + " " + others;
        world.save(new ClientManager(mine.client(), "Line", "Roy", world.email("line"), phone));

        assertThat(rows(staff, "/admin/remplacantes?texte=", typed)).contains(substitute.lastName());
        assertThat(rows(staff, "/admin/clients?texte=", typed))
                .contains(mine.client().name());
    }

    @Test
    void theStaffFindARequestByItsClientAndRequesterAndAManagerDoesNot() {
        ReplacementRequest request = world.save(sent(mine.facility()));
        index(request);

        for (String text : List.of("tournesols " + number, "marie tremblay", "parc tremblay tournesols " + number)) {
            String byClient =
                    "/admin/demandes?statut=TOUS&client=" + mine.client().id() + "&texte=";
            assertThat(rows(staff, "/admin/demandes?statut=TOUS&texte=", text + " " + number))
                    .as(text)
                    .contains(request.code());
            assertThat(rows(staff, byClient, text)).as(text).contains(request.code());
            assertThat(rows(manager, "/remplacements?texte=", text)).as(text).isEmpty();
        }
        assertThat(rows(manager, "/remplacements?texte=", "parc " + number)).contains(request.code());
        assertThat(rows(manager, "/remplacements?texte=", "*tremblay")).isEmpty();
    }

    @Test
    void whatWasRenamedIsFoundUnderItsOldAndNewNameInEveryList() {
        Substitute substitute = world.substitute();
        ReplacementRequest request = world.confirmed(mine, substitute, world.shift(Duration.ofDays(2), 4));
        index(request);

        rename("substitute", "last_name", "Zhengnouveau " + number, substitute.id());
        rename("facility", "name", "Les Zébulons " + number, mine.facility().id());
        rename("client", "name", "CPE Zinnia " + number, mine.client().id());
        rename("client_manager", "last_name", "Zola " + number, mine.manager().id());
        rename(
                "job_function",
                "name_fr",
                "Zélatrice " + number,
                world.jobFunction().id());
        assertThat(rows(manager, "/remplacements?texte=", "zebulons " + number)).isEmpty();
        renamed.run();

        assertThat(jdbc.sql("select count(*) from renamed").query(Integer.class).single())
                .isZero();
        for (String text : List.of("gagnon", "zhengnouveau", "installation parc", "zebulons")) {
            assertThat(rows(manager, "/remplacements?texte=", text)).as(text).contains(request.code());
        }
        for (String text : List.of("tournesols", "zinnia", "zola", "tremblay", "gagnon zhengnouveau zinnia")) {
            String byClient =
                    "/admin/demandes?statut=TOUS&client=" + mine.client().id() + "&texte=";
            assertThat(rows(staff, byClient, text)).as(text).contains(request.code());
        }
        assertThat(rows(manager, "/remplacements?texte=", "zinnia")).isEmpty();
        for (String text : List.of("gagnon", "zhengnouveau")) {
            assertThat(rows(staff, "/admin/remplacantes?texte=", text + " " + substitute.email()))
                    .contains("Zhengnouveau");
        }
        for (String text : List.of("tournesols ", "zinnia ", "installation du parc ", "zola ", "tremblay ")) {
            assertThat(rows(staff, "/admin/clients?texte=", text + number))
                    .as(text)
                    .contains("CPE Zinnia " + number);
        }
        assertThat(staff.get("/admin/demandes?statut=TOUS&client=" + encoded("tournesols " + number))
                        .html()
                        .select("#client")
                        .val())
                .isEqualTo("CPE Zinnia " + number);
    }

    @Test
    void aRenameThroughThePortalIsFoundUnderBothNames() {
        Substitute substitute = world.substitute();
        String former = substitute.lastName();
        staff.get("/admin/remplacantes/" + substitute.id() + "/modification");
        staff.press("Enregistrer", Map.of("lastName", "Zérillon " + number));

        assertThat(rows(staff, "/admin/remplacantes?texte=", former)).contains("Zérillon " + number);
        assertThat(rows(staff, "/admin/remplacantes?texte=", "zerillon " + number))
                .contains("Zérillon");
    }

    private void rename(String table, String column, String name, Object id) {
        jdbc.sql("update " + table + " set " + column + " = ? where id = ?")
                .params(name, id)
                .update();
    }

    private ReplacementRequest sent(Facility facility) {
        ReplacementRequest request = world.draft(mine, facility);
        request.schedule(List.of(world.shift(Duration.ofDays(2), 4)), world.actor(mine.account()), clock);
        return request;
    }

    /** Writes the text of a request that no form has saved. */
    private void index(ReplacementRequest request) {
        jdbc.sql(RequestSearchText.UPDATE).param(request.id()).update();
    }

    private static String rows(Visitor visitor, String address, String text) {
        return visitor.get(address + encoded(text)).html().select("tbody").text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
