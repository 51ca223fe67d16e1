package ca.releve.replacement.list;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.RequestStatus;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RequestListPagesTests {

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    JdbcClient jdbc;

    SomeClient client;
    Visitor manager;

    @BeforeEach
    void signInAsAManager() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        client = world.client();
        manager = world.signedIn(client.account());
    }

    @Test
    void theDatesOfEachFilterCanBePicked() {
        world.sentRequest(client, world.shift(Duration.ofDays(2), 8));
        Visitor administrator = world.signedIn(world.administrator());

        assertThat(picked(manager, "/remplacements")).containsExactly("du", "au");
        assertThat(picked(manager, "/remplacements/semaine")).containsExactly("date");
        assertThat(picked(manager, "/approbation")).containsExactly("semaine");
        assertThat(picked(administrator, "/admin/demandes")).containsExactly("du", "au");
        assertThat(picked(administrator, "/admin/heures")).containsExactly("semaine");
        assertThat(picked(administrator, "/admin/securite")).containsExactly("du", "au");
    }

    private static List<String> picked(Visitor visitor, String path) {
        return visitor.get(path)
                .html()
                .select("form[role=search] input[data-pick=date]")
                .eachAttr("name");
    }

    @Test
    void anEmptyListExplainsTheFirstStep() {
        manager.get("/remplacements");

        assertThat(manager.page().status()).isEqualTo(200);
        assertThat(manager.page().text()).contains("Aucun remplacement pour le moment");
        assertThat(manager.click("Nouveau remplacement").toString()).isNotNull();
    }

    @Test
    void eachRequestShowsItsStatusItsNextDateAndItsSubstitute() {
        Substitute amelie = world.substitute();
        ReplacementRequest filled =
                world.confirmed(client, amelie, world.shift(Duration.ofDays(3), 8), world.shift(Duration.ofDays(4), 8));
        ReplacementRequest sent = world.sentRequest(client, world.shift(Duration.ofDays(5), 8));
        ReplacementRequest draft = world.request(client);

        manager.get("/remplacements");

        assertThat(codes()).containsExactly(draft.code(), filled.code(), sent.code());
        assertThat(row(filled))
                .contains("Comblée", client.facility().name(), amelie.name(), "Qualifiée", "2 sur 2")
                .contains(day(Duration.ofDays(3)));
        assertThat(row(sent)).contains("Soumise", "Personne pour le moment", "0 sur 1");
        assertThat(row(draft)).contains("Brouillon", "Sans horaire : cette demande n’est pas encore envoyée.");
        assertThat(manager.page()
                        .html()
                        .select("a[href=/remplacements/" + draft.id() + "/horaire]")
                        .text())
                .startsWith("Définir l’horaire");
        assertThat(manager.page().html().selectFirst("caption").text()).isEqualTo("3 remplacements");
    }

    @Test
    void todaysSubstitutesAreShownAboveTheList() {
        Substitute amelie = world.substitute();
        PlannedShift today = today(8, 16);
        ReplacementRequest request = world.confirmed(client, amelie, today);
        world.sentRequest(client, today(9, 12));
        world.sentRequest(client, world.shift(Duration.ofDays(2), 8));

        manager.get("/remplacements");

        Element section = manager.page().html().selectFirst("section.today");
        assertThat(section.hasAttr("hidden")).isFalse();
        assertThat(section.text().replace('\u00a0', ' '))
                .contains("1 quart à combler", amelie.name(), "Qualifiée", "08:00", "16:00", "À combler");
        assertThat(section.select("li")).hasSize(2);
        assertThat(row(request)).contains("Aujourd’hui");
    }

    @Test
    void theSectionOfTodayIsOmittedWhenNothingComesThisWeek() {
        world.sentRequest(client, world.shift(Duration.ofDays(8), 8));

        manager.get("/remplacements");

        assertThat(manager.page().html().selectFirst("section.today").hasAttr("hidden"))
                .isTrue();
        assertThat(manager.page().html().select("section.today li")).isEmpty();
    }

    @Test
    void eachStatusIsFoundByItsFilter() {
        for (RequestStatus status : RequestStatus.values()) {
            ReplacementRequest request = world.request(client);
            jdbc.sql("update replacement_request set status = ? where id = ?")
                    .params(status.name(), request.id())
                    .update();

            manager.get("/remplacements?statut=" + status);

            assertThat(codes()).as(status.name()).containsExactly(request.code());
        }
    }

    @Test
    void filtersAreInTheAddressAndAreCombined() {
        Facility other = world.facility(client.client(), "Installation Saint-Charles");
        ReplacementRequest wanted = sent(other, day(10), day(12));
        ReplacementRequest elsewhere = sent(client.facility(), day(10), day(12));
        ReplacementRequest later = sent(other, day(20), day(21));
        manager.get("/remplacements");

        manager.press(
                "Filtrer",
                Map.of(
                        "statut",
                        "SUBMITTED",
                        "installation",
                        other.id(),
                        "du",
                        date(Duration.ofDays(11)),
                        "au",
                        date(Duration.ofDays(15))));

        assertThat(codes()).containsExactly(wanted.code()).doesNotContain(elsewhere.code(), later.code());
        Element form = manager.page().html().selectFirst("form[role=search]");
        assertThat(form.selectFirst("#statut option[selected]").val()).isEqualTo("SUBMITTED");
        assertThat(form.selectFirst("#du").val()).isEqualTo(date(Duration.ofDays(11)));
        assertThat(manager.page().html().select("a.sort").eachAttr("href"))
                .allMatch(it -> it.contains("statut=SUBMITTED") && it.contains("installation=" + other.id()));
    }

    @Test
    void thePeriodMatchesOverlappingRequestsAndNoDrafts() {
        ReplacementRequest before = sent(client.facility(), day(2), day(4));
        ReplacementRequest over = sent(client.facility(), day(3), day(9));
        ReplacementRequest after = sent(client.facility(), day(8), day(9));
        world.request(client);

        manager.get("/remplacements?du=" + date(Duration.ofDays(5)) + "&au=" + date(Duration.ofDays(6)));
        assertThat(codes()).containsExactly(over.code());

        manager.get("/remplacements?du=" + date(Duration.ofDays(5)));
        assertThat(codes()).containsExactly(over.code(), after.code());

        manager.get("/remplacements?au=" + date(Duration.ofDays(5)));
        assertThat(codes()).containsExactly(before.code(), over.code());
    }

    @Test
    void theSearchIgnoresAccentsAndCase() {
        ReplacementRequest request = world.draft(client, client.facility());
        world.findable(request, "Éducatrice", "Les Érables", "Hélène Côté");
        world.request(client);

        for (String typed : List.of("hélène côté", "HELENE COTE", "erables", "Érables", request.code())) {
            manager.get("/remplacements");
            manager.press("Filtrer", Map.of("texte", typed));
            assertThat(codes()).as(typed).containsExactly(request.code());
            assertThat(manager.page().html().selectFirst("#texte").val()).isEqualTo(typed);
        }
        manager.press("Filtrer", Map.of("texte", "%"));
        assertThat(codes()).hasSize(2);
        manager.press("Filtrer", Map.of("texte", "personne de ce nom"));
        assertThat(manager.page().text()).contains("Aucun remplacement ne correspond à ces filtres");
        assertThat(manager.click("Effacer les filtres").html().select("tbody tr"))
                .hasSize(2);
    }

    @Test
    void anInvalidFilterIsReportedAndKept() {
        world.request(client);

        manager.get("/remplacements?du=demain&au=2027-03-01&texte=parc&statut=password");

        assertThat(manager.page().status()).isEqualTo(422);
        assertThat(manager.page().title()).startsWith("Erreur : ");
        assertThat(manager.page().problems())
                .containsExactly("Choisissez un statut de la liste", "Du : inscrivez une date, par exemple 2027-03-14");
        assertThat(manager.page().html().selectFirst("#du").val()).isEqualTo("demain");
        assertThat(manager.page().html().selectFirst("#texte").val()).isEqualTo("parc");

        manager.get("/remplacements?du=2027-03-02&au=2027-03-01");
        assertThat(manager.page().problems()).containsExactly("La fin de la période doit suivre son début");
    }

    @Test
    void theListIsSortedOnlyByTheOrdersOfItsColumns() {
        Facility first = world.facility(client.client(), "Annexe");
        ReplacementRequest there = sent(first, day(9));
        ReplacementRequest here = sent(client.facility(), day(2));
        ReplacementRequest draft = world.request(client);

        manager.get("/remplacements");
        assertThat(sorted()).isEqualTo("Prochaine date ascending");
        assertThat(codes()).containsExactly(draft.code(), here.code(), there.code());

        manager.click("Prochaine date");
        assertThat(sorted()).isEqualTo("Prochaine date descending");
        assertThat(codes()).containsExactly(there.code(), here.code(), draft.code());

        manager.click("Installation");
        assertThat(sorted()).isEqualTo("Installation ascending");
        assertThat(codes()).containsExactly(there.code(), draft.code(), here.code());

        manager.click("Statut");
        assertThat(codes()).containsExactly(draft.code(), here.code(), there.code());

        manager.get("/remplacements?tri=password&ordre=drop");
        assertThat(manager.page().status()).isEqualTo(200);
        assertThat(sorted()).isEqualTo("Prochaine date ascending");
    }

    @Test
    void pagesSkipAndRepeatNothingWhenRequestsAreAdded() {
        List<String> expected = new ArrayList<>();
        for (int day = 1; day <= 60; day++) {
            expected.add(sent(client.facility(), day(day)).code());
        }
        for (String order : List.of("", "?tri=statut", "?tri=installation", "?ordre=inverse")) {
            manager.get("/remplacements" + order);
            List<String> seen = new ArrayList<>(codes());
            assertThat(seen).hasSize(25);
            world.request(client);
            manager.click("Page suivante");
            seen.addAll(codes());
            String second = manager.page().html().select("caption").text();
            manager.click("Page suivante");
            seen.addAll(codes());

            assertThat(seen.stream().filter(expected::contains).distinct())
                    .as(order)
                    .hasSize(60);
            assertThat(second).isNotEmpty();
            assertThat(manager.page().html().select("a[rel=next]")).isEmpty();
            manager.click("Page précédente");
            assertThat(codes()).isEqualTo(seen.subList(25, 50));
        }
    }

    @Test
    void theFirstPageIsFullAfterGoingBack() {
        for (int day = 1; day <= 30; day++) {
            sent(client.facility(), day(day));
        }
        manager.get("/remplacements");
        List<String> first = codes();

        manager.click("Page suivante");
        manager.click("Page précédente");

        assertThat(codes()).isEqualTo(first);
        assertThat(manager.page().html().select("a[rel=prev]")).isEmpty();
        for (String broken :
                List.of("x", "1~2~3", "MQ", "MR9h", "AA", "1~" + UUID.randomUUID() + "~%00", "9".repeat(30) + "~a~b")) {
            assertThat(manager.get("/remplacements?apres=" + broken.replace("%", "%25"))
                            .status())
                    .isEqualTo(200);
            assertThat(codes()).isEqualTo(first);
        }
    }

    @Test
    void refreshingKeepsFilterOrderAndPage() {
        for (int day = 1; day <= 30; day++) {
            sent(client.facility(), day(day));
        }
        manager.get("/remplacements?statut=SUBMITTED&tri=installation");
        manager.click("Page suivante");
        List<String> second = codes();
        assertThat(second).hasSize(5);

        Element refresh = manager.page().html().selectFirst("#rafraichir");
        assertThat(refresh.attr("hx-get")).isEqualTo(refresh.attr("href"));
        manager.click("Rafraîchir");

        assertThat(codes()).isEqualTo(second);
        assertThat(manager.page().html().selectFirst("[role=status]").text()).startsWith("Liste à jour");
    }

    @Test
    void returningToTheListKeepsItsFilterAndPage() {
        for (int day = 1; day <= 27; day++) {
            world.request(client);
        }
        manager.get("/remplacements?statut=DRAFT&tri=installation");
        manager.click("Page suivante");
        String left = manager.page().html().selectFirst("#rafraichir").attr("href");
        assertThat(left).startsWith("/remplacements?statut=DRAFT&tri=installation&apres=");

        manager.get(manager.page().html().selectFirst("tbody th a").attr("href"));
        assertThat(manager.page().html().selectFirst("a.back-link").attr("href"))
                .as("after a look")
                .isEqualTo(left);
        manager.click("Supprimer");
        manager.press("Supprimer le brouillon");
        assertThat(manager.page().location()).as("after a change").hasValue(left);
        manager.follow();
        assertThat(codes()).hasSize(1);
    }

    @Test
    void requestsOfAnotherClientAreNotListed() {
        SomeClient stranger = world.client();
        ReplacementRequest theirs = world.sentRequest(stranger, today(8, 16));

        manager.get("/remplacements?texte=" + theirs.code());
        assertThat(codes()).isEmpty();
        manager.get("/remplacements?installation=" + stranger.facility().id());
        assertThat(codes()).isEmpty();
        manager.get("/remplacements?client=" + stranger.client().id());
        assertThat(manager.page().body())
                .doesNotContain(theirs.code())
                .doesNotContain(stranger.facility().name());
    }

    @Test
    void aManagerLimitedToSomeInstallationsSeesOnlyThose() {
        Facility closed = world.facility(client.client(), "Installation du Nord");
        ReplacementRequest hers = world.sentRequest(client, today(8, 16));
        ReplacementRequest notHers = sent(closed, today(9, 12));
        jdbc.sql("update client_manager set all_facilities = false where id = ?")
                .param(client.manager().id())
                .update();
        jdbc.sql("insert into client_manager_facility values (?, ?, ?)")
                .params(
                        client.manager().id(),
                        client.client().id(),
                        client.facility().id())
                .update();

        manager.get("/remplacements");

        assertThat(codes()).containsExactly(hers.code());
        assertThat(manager.page().body()).doesNotContain(notHers.code()).doesNotContain("Installation du Nord");
        assertThat(manager.get("/remplacements?installation=" + closed.id()).text())
                .contains("Aucun remplacement ne correspond");
    }

    @Test
    void theListIsAvailableInEnglish() {
        world.sentRequest(client, world.shift(Duration.ofDays(2), 8));

        manager.get("/remplacements?langue=en");

        assertThat(manager.page().text()).contains("List of replacements", "Submitted", "Educator", "0 of 1");
    }

    private ReplacementRequest sent(Facility facility, PlannedShift... shifts) {
        ReplacementRequest request = world.draft(client, facility);
        request.schedule(List.of(shifts), world.actor(client.account()), clock);
        return world.save(request);
    }

    private PlannedShift day(int fromNow) {
        return world.shift(Duration.ofDays(fromNow), 4);
    }

    private PlannedShift today(int from, int until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Instant start = today.atTime(from, 0).atZone(ZONE).toInstant();
        Instant end = today.atTime(until, 0).atZone(ZONE).toInstant();
        return new PlannedShift(start, end, 0, ZONE);
    }

    private String day(Duration fromNow) {
        return date(fromNow);
    }

    private String date(Duration fromNow) {
        return LocalDate.ofInstant(clock.instant().plus(fromNow), ZONE).toString();
    }

    private List<String> codes() {
        return manager.page().html().select("tbody tr").stream()
                .map(it -> it.selectFirst(".sub").text().split(" ")[0])
                .toList();
    }

    private String row(ReplacementRequest request) {
        return manager.page().html().select("tbody tr").stream()
                .map(it -> it.text().replace('\u00a0', ' '))
                .filter(it -> it.contains(request.code()))
                .findFirst()
                .orElseThrow();
    }

    private String sorted() {
        Element column = manager.page().html().selectFirst("th[aria-sort]");
        return column.text() + " " + column.attr("aria-sort");
    }
}
