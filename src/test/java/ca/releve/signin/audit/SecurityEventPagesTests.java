package ca.releve.signin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.SecurityLog;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SecurityEventPagesTests {

    /** The code of a recorded event: {@code log.record("authn_login_fail", …}. */
    private static final Pattern RECORDED = Pattern.compile("\\.record\\(\\s*\"([a-z]+(?:_[a-z]+)+)\"");

    private static String java;

    @BeforeAll
    static void readTheSources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(
                            it -> it.toString().endsWith(".java") && !it.endsWith("SecurityVocabulary.java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        java = all.toString();
    }

    @Autowired
    World world;

    @Autowired
    SecurityLog log;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    private Account account;
    private Visitor administrator;

    @BeforeEach
    void signInAsAnAdministrator() {
        account = world.client().account();
        administrator = world.signedIn(world.administrator());
    }

    @Test
    @Covers("ABU-08")
    void everyRecordedEventHasAMessageAndAChoiceInTheFilter() {
        Set<String> recorded = new TreeSet<>();
        RECORDED.matcher(java).results().forEach(it -> recorded.add(it.group(1)));

        assertThat(recorded).contains("authn_login_fail", "privilege_permissions_changed");
        assertThat(SecurityVocabulary.WORDS)
                .containsAll(recorded)
                .doesNotHaveDuplicates()
                .allMatch(word -> java.contains('"' + word + '"'), "somebody records it");
        for (String bundle : List.of("messages/signin", "messages/signin_en")) {
            assertThat(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet())
                    .as(bundle)
                    .filteredOn(key -> key.startsWith("security.event."))
                    .containsExactlyInAnyOrderElementsOf(SecurityVocabulary.WORDS.stream()
                            .map("security.event."::concat)
                            .toList());
        }
    }

    /** A fact with a literal value, such as {@code "sessions", "one"}, has a message for that value too. */
    @Test
    @Covers("ABU-08")
    void everyRecordedFactHasAMessageInBothLanguages() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                Matcher found = RECORDED.matcher(code);
                while (found.find()) {
                    List<String> arguments = arguments(code, code.indexOf('(', found.start()));
                    for (int i = 2; i + 1 < arguments.size(); i += 2) {
                        String name = arguments.get(i).replace("\"", "");
                        String value = arguments.get(i + 1);
                        keys.add("security.fact." + name);
                        if (value.matches("\".*\"")) {
                            keys.add("security.fact." + name + "." + value.replace("\"", ""));
                        }
                    }
                }
            }
        }
        assertThat(keys).contains("security.fact.by", "security.fact.sessions.others");
        for (Locale language : List.of(Locale.CANADA_FRENCH, Locale.CANADA)) {
            assertThat(keys).as(language.toString()).allSatisfy(key -> assertThat(
                            messages.getMessage(key, null, "", language))
                    .isNotBlank());
        }
    }

    /** The arguments of the call whose parenthesis opens at this position. */
    private static List<String> arguments(String code, int open) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = open + 1;
        for (int at = open; at < code.length(); at++) {
            char sign = code.charAt(at);
            depth += "({[".indexOf(sign) >= 0 ? 1 : ")}]".indexOf(sign) >= 0 ? -1 : 0;
            if (depth == 0 || (depth == 1 && sign == ',')) {
                arguments.add(code.substring(begin, at).strip());
                begin = at + 1;
            }
            if (depth == 0) {
                return arguments;
            }
        }
        throw new IllegalArgumentException("A call that never ends");
    }

    @Test
    void anEventIsDescribedInTheLanguageOfTheReader() {
        world.signedIn(account).get("/admin/demandes");
        String mine = "/admin/securite?personne=" + account.email();

        assertThat(administrator.get(mine).text())
                .contains("Page refusée", "Page : /admin/demandes", account.name(), account.email())
                .contains("Connexion");
        Page english = administrator.get(mine + "&langue=en");
        assertThat(english.text()).contains("Page refused", "Sign-in").doesNotContain("authz_fail", "Connexion");
        assertThat(english.html().select("main td a").attr("href")).isEqualTo("/admin/comptes/" + account.id());
    }

    @Test
    void anUnknownEventIsShownByItsCode() {
        String address = "fait=" + account.id();
        log.record("something_new", account.id(), "fait", account.id(), "<b>gras</b>", "x");

        Page page = administrator.get("/admin/securite?personne=" + account.email());

        assertThat(page.text()).contains("something_new", address.replace("=", " : "), "<b>gras</b> : x");
        assertThat(page.html().select("main b")).isEmpty();
    }

    @Test
    void eventsAreFilteredByKindPersonAddressAndPeriod() {
        Page page;
        add("2031-05-05T03:30:00Z", "authz_fail", "203.0.113.8", "path=/le-soir-du-4");
        add("2031-05-05T04:30:00Z", "user_updated", "203.0.113.9", "state=DISABLED");
        String hers = "/admin/securite?personne=" + account.email();

        page = administrator.get(hers);
        assertThat(page.text()).contains("/le-soir-du-4", "État : désactivé", "2031-05-04 à 23:30");
        page = administrator.get(hers + "&evenement=authz_fail");
        assertThat(page.text()).contains("/le-soir-du-4").doesNotContain("État : désactivé");
        page = administrator.get(hers + "&adresse=203.0.113.9");
        assertThat(page.text()).contains("État : désactivé").doesNotContain("/le-soir-du-4");
        page = administrator.get(hers + "&du=2031-05-05");
        assertThat(page.text()).contains("État : désactivé").doesNotContain("/le-soir-du-4");
        page = administrator.get(hers + "&du=2031-05-04&au=2031-05-04");
        assertThat(page.text()).contains("/le-soir-du-4").doesNotContain("État : désactivé");
        page = administrator.get("/admin/securite?personne=personne-de-ce-nom");
        assertThat(page.text()).contains("Aucun événement ne correspond");
    }

    @Test
    void anInvalidPeriodIsReported() {
        Page page = administrator.get("/admin/securite?du=2031-05-05&au=2031-05-04");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("La fin de la période doit suivre son début");
        assertThat(administrator.get("/admin/securite?du=hier").problems()).hasSize(1);
        assertThat(administrator.get("/admin/securite?apres=hier").status()).isEqualTo(200);
    }

    @Test
    void anInvalidPositionInTheListIsIgnored() {
        for (String moment :
                List.of("+1000000000-12-31 23:59:59+00", "-1000000000-01-01 00:00:00+00", "2032-02-30 00:00:00+00")) {
            String place = Base64.getUrlEncoder()
                    .encodeToString((moment + "\u001f" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
            assertThat(administrator.get("/admin/securite?apres=" + place).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void pagesListAllEventsOnceFromTheNewest() {
        for (int i = 0; i < 60; i++) {
            // Groups of three events with the same time.
            add("2032-01-01T12:00:" + String.format("%02d", i / 3) + "Z", "authz_fail", null, "path=/page-" + i);
        }

        List<String> seen = new ArrayList<>();
        Page page = administrator.get("/admin/securite?evenement=authz_fail&personne=" + account.email());
        seen.addAll(paths(page));
        assertThat(seen).hasSize(25);
        while (!page.html().select("a[rel=next]").isEmpty()) {
            page = administrator.click("Page suivante");
            seen.addAll(paths(page));
        }

        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        assertThat(seen.get(0)).endsWith("/page-59");
        assertThat(seen.get(59)).endsWith("/page-0");
        assertThat(paths(administrator.click("Page précédente"))).isEqualTo(seen.subList(25, 50));
        assertThat(paths(administrator.click("Page précédente"))).isEqualTo(seen.subList(0, 25));
    }

    @Test
    void anEventNamesTheActorAndTheAccount() {
        Account colleague = world.administrator();
        log.record(
                "privilege_permissions_changed",
                null,
                "member",
                colleague.staffMemberId(),
                "role",
                "DISPATCHER",
                "by",
                account.id());
        log.record("user_updated", account.id(), "by", UUID.randomUUID());

        assertThat(administrator.get("/admin/securite?evenement=user_updated").status())
                .isEqualTo(200);
        assertThat(administrator
                        .get("/admin/securite?evenement=privilege_permissions_changed")
                        .text())
                .contains("Personne : Josée Lavoie", "Rôle : répartitrice", "Par : " + account.name());
    }

    @Test
    void factsAreFormattedLikeTheRestOfThePortal() {
        add("2031-06-01T16:00:00Z", "authn_login_lock", null, "until=2031-06-01T16:01:00.486601591Z");
        add("2031-06-01T16:02:00Z", "excess_rate_limit_exceeded", null, "limit=MAILS_TO_ACCOUNT");
        add("2031-06-01T16:03:00Z", "excess_rate_limit_exceeded", null, "limit=SIGN_IN_IN_ALL key=");
        add("2031-06-01T16:04:00Z", "excess_rate_limit_exceeded", null, "limit=EVENTS_OF_ACCOUNT key=" + account.id());

        String page = administrator
                .get("/admin/securite?du=2031-06-01&personne=" + account.email())
                .text();

        assertThat(page)
                .contains("Jusqu’à : 2031-06-01 à 12:01", "Limite : courriels vers une même adresse")
                .doesNotContain("Pour :", account.id().toString(), "MAILS_TO_ACCOUNT");
    }

    @Test
    void onlyAnAdministratorHasAccessAndAPageTakesAtMostFiveStatements() {
        String filtered = "/admin/securite?evenement=authz_fail&adresse=127.0.0.1&personne=" + account.email();
        assertThat(world.signedIn(world.dispatcher()).get("/admin/securite").status())
                .isEqualTo(403);
        assertThat(world.signedIn(account).get("/admin/securite").status()).isEqualTo(403);
        for (String path : List.of("/admin/securite", filtered)) {
            assertThat(statements.during(() -> administrator.get(path))).hasSizeLessThanOrEqualTo(5);
        }
    }

    private void add(String at, String event, String address, String facts) {
        jdbc.sql("insert into security_event (id, at, event, account_id, address, facts) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UuidVersion7Strategy.INSTANCE.generateUuid(null),
                        Timestamp.from(Instant.parse(at)),
                        event,
                        account.id(),
                        address,
                        facts)
                .update();
    }

    private static List<String> paths(Page page) {
        return page.html().select("main tbody td:nth-of-type(2)").eachText();
    }
}
