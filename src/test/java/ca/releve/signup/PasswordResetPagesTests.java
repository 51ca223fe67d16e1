package ca.releve.signup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.client.ClientManager;
import ca.releve.signin.Answer;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Unfinished;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@PortalTest
class PasswordResetPagesTests {

    private static final String NEW = "une tout autre phrase, assez longue";

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Unfinished unfinished;

    @Autowired
    PasswordEncoder passwords;

    @Test
    @Covers({"AUTH-10"})
    void aUserResetsTheirPasswordAndSignsIn() {
        Account account = world.client().account();
        Visitor atHome = world.signedIn(account);
        Visitor onThePhone = world.signedIn(account);
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.click("Mot de passe oublié");

        visitor.press("Recevoir un lien", Map.of("email", account.email()));
        assertThat(visitor.page().status()).isEqualTo(303);
        assertThat(visitor.follow().text()).contains("Regardez vos courriels");
        SomeMail mail = world.mailTo(account.email());
        assertThat(mail.subject()).isEqualTo("Choisissez un nouveau mot de passe");
        visitor.get(mail.path());
        visitor.press("Enregistrer le mot de passe", Map.of("password", NEW));

        assertThat(visitor.page().status()).isEqualTo(303);
        assertThat(visitor.page().location()).hasValue("/connexion");
        assertThat(visitor.follow().text()).contains("Votre mot de passe est changé. Connectez-vous.");
        assertThat(atHome.get("/remplacements").location()).hasValue("/connexion");
        assertThat(onThePhone.get("/remplacements").location()).hasValue("/connexion");
        assertThat(visitor.get("/remplacements").location()).hasValue("/connexion");

        SomeMail notice = world.mailTo(account.email(), 1);
        assertThat(notice.subject()).isEqualTo("Votre mot de passe est changé");
        assertThat(notice.path()).isEqualTo("/compte/mot-de-passe-oublie");

        assertThat(signIn(account.email(), World.PASSWORD)).isEqualTo("/connexion?refus");
        assertThat(signIn(account.email(), NEW)).isEqualTo("/");
    }

    @Test
    void aSignedInUserMayResetThePasswordInTheSameBrowser() {
        Account account = world.client().account();
        Visitor visitor = world.signedIn(account);
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", account.email()));

        visitor.get(world.mailTo(account.email()).path());
        visitor.press("Enregistrer le mot de passe", Map.of("password", NEW));

        assertThat(visitor.follow().text()).contains("Votre mot de passe est changé");
        assertThat(visitor.get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    @Covers({"AUTH-01"})
    void everybodyGetsTheSameAnswer() {
        Account disabled = world.client().account();
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(disabled.id())
                .update();

        List<Answer> answers = List.of(
                answer(world.client().account().email()),
                answer(world.dispatcher().email()),
                answer(world.email("inconnue").original()),
                answer(world.knownManager().email()),
                answer(disabled.email()),
                answer(unconfirmed()));

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(mailRows(disabled.email())).isZero();
    }

    @Test
    void aUserWithAnUnconfirmedAccountIsToldToCreateItAgain() {
        String email = unconfirmed();

        forgotten(email);

        SomeMail mail = world.mailTo(email, 1);
        assertThat(mail.subject()).isEqualTo("Votre compte attend d’être confirmé");
        assertThat(mail.path()).isEqualTo("/compte/creation");
    }

    @Test
    void aPasswordThatIsTooShortIsRefusedAndTheLinkStaysValid() {
        Account account = world.client().account();
        String path = resetPath(account);

        Page refused = reset(path, "quatorze carac");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems())
                .containsExactly("Choisissez un mot de passe d’au moins 15 caractères. Une phrase fait très bien.");
        assertThat(refused.html().select("input[name=password]").attr("autocomplete"))
                .isEqualTo("new-password");
        assertThat(reset(path, NEW).status()).isEqualTo(303);
    }

    @Test
    void aPasswordWithTheAddressOfTheAccountIsRefused() {
        Account account = world.client().account();

        Page refused = reset(resetPath(account), "mon adresse est " + account.email());

        assertThat(refused.problems())
                .containsExactly(
                        "Choisissez un mot de passe qui ne contient ni votre nom, ni votre courriel, ni le nom de votre CPE, de votre garderie ou du service");
    }

    @Test
    @Covers({"AUTH-08"})
    void openingTheLinkChangesNothing() {
        Account account = world.client().account();
        String path = resetPath(account);

        Visitor scanner = world.stranger();
        for (int i = 0; i < 5; i++) {
            assertThat(scanner.get(path).status()).isEqualTo(200);
        }
        assertThat(scanner.head(path).status()).isEqualTo(200);
        scanner.get(path);
        assertThat(scanner.press("Enregistrer le mot de passe").status()).isEqualTo(422);
        assertThat(accounts.findById(account.id()).orElseThrow().passwordHash()).isEqualTo(account.passwordHash());

        assertThat(reset(path, NEW).status()).isEqualTo(303);
    }

    @Test
    @Covers({"AUTH-06"})
    void invalidLinksOfAllKindsShowTheSamePage() {
        Account account = world.client().account();
        String used = resetPath(account);
        reset(used, NEW);
        Account other = world.client().account();
        String superseded = resetPath(other);
        forgotten(other.email());
        String newest = world.mailTo(other.email(), 1).path();
        String email = unconfirmed();
        String otherPurpose =
                "/compte/nouveau-mot-de-passe/" + world.mailTo(email).token();

        Page unknown = world.stranger().get("/compte/nouveau-mot-de-passe/" + "A".repeat(43));
        assertThat(unknown.status()).isEqualTo(410);
        for (String path : List.of(used, superseded, otherPurpose)) {
            assertThat(reset(path, NEW).status()).as(path).isEqualTo(410);
            assertThat(reset(path, NEW).text()).isEqualTo(unknown.text());
        }

        Visitor late = world.stranger();
        assertThat(late.get(newest).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(60));
        late.get("/connexion");
        late.post(newest, Map.of("submissionId", UUID.randomUUID(), "password", NEW));
        assertThat(late.page().status()).isEqualTo(410);
        assertThat(late.page().text()).isEqualTo(unknown.text());
    }

    @Test
    @Covers({"AUTH-20"})
    void aLinkOfADisabledAccountIsInvalid() {
        Account account = world.client().account();
        String path = resetPath(account);
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(account.id())
                .update();

        assertThat(reset(path, NEW).status()).isEqualTo(410);
    }

    @Test
    @Covers({"AUTH-07"})
    void twentySubmissionsOfOneLinkAtOnceChangeThePasswordOnce() throws Exception {
        Account account = world.client().account();
        String path = resetPath(account);

        List<Page> answers = AtOnce.run(20, number -> () -> reset(path, NEW + " " + number));

        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        // The others got an invalid link or a full queue.
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 303)
                .extracting(Page::status)
                .isSubsetOf(410, 503);
        assertThat(jdbc.sql("select count(*) from outgoing_mail where recipient = ? and kind = 'password-changed'")
                        .param(account.email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Covers("AUTH-10")
    void aConcurrentSignInWithTheFormerPasswordIsRefused() throws Exception {
        Account account = world.client().account();
        assertThat(signIn(account.email(), World.PASSWORD)).isEqualTo("/");
        CompletableFuture<String> signIn;
        try (Unfinished.Change reset =
                unfinished.begin("select 1 from account where id = ? for update", account.id())) {
            signIn = CompletableFuture.supplyAsync(() -> signIn(account.email(), World.PASSWORD));
            reset.untilTheyWait(signIn);
            reset.goOn("update account set password_hash = ? where id = ?", passwords.encode(NEW), account.id());
            reset.finish();
        }
        assertThat(signIn.get(20, TimeUnit.SECONDS)).isEqualTo("/connexion?refus");
    }

    @Test
    void aNewPasswordSubmittedTwiceIsAppliedAndMailedOnce() {
        Account account = world.client().account();
        Visitor visitor = world.stranger();
        Page shown = visitor.get(resetPath(account));

        visitor.press(shown, "Enregistrer le mot de passe", Map.of("password", NEW));
        Visitor again = world.stranger();
        again.get("/connexion");
        Map<String, Object> same = Map.of(
                "submissionId",
                shown.html().selectFirst("main input[name=submissionId]").val(),
                "password",
                NEW);
        again.post(shown.html().selectFirst("main form").attr("action"), same);

        assertThat(again.page().location()).hasValue("/connexion");
        assertThat(mailRows(account.email())).isEqualTo(2);
    }

    @Test
    @Covers("WEB-10")
    void thePageOfALinkDoesNotLeakItsToken() {
        Account account = world.client().account();
        String path = resetPath(account);
        Visitor visitor = world.stranger();

        Page shown = visitor.get(path);

        assertThat(shown.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(shown.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(shown.html().select("[src], link[href]")).isNotEmpty().allSatisfy(loaded -> assertThat(
                        loaded.attr(loaded.hasAttr("src") ? "src" : "href"))
                .startsWith("/")
                .doesNotStartWith("//"));
        assertThat(visitor.press("Enregistrer le mot de passe", Map.of("password", NEW))
                        .location())
                .hasValue("/connexion");
    }

    private String resetPath(Account account) {
        int before = world.mailsTo(account.email()).size();
        forgotten(account.email());
        return world.mailTo(account.email(), before).path();
    }

    private void forgotten(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", email));
    }

    private Page reset(String path, String password) {
        Visitor visitor = world.stranger();
        if (visitor.get(path).status() != 200) {
            return visitor.page();
        }
        return visitor.press("Enregistrer le mot de passe", Map.of("password", password));
    }

    private Answer answer(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        return Answer.of(visitor.press("Recevoir un lien", Map.of("email", email)), visitor.follow());
    }

    private String unconfirmed() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", manager.email(), "password", NEW));
        world.mailTo(manager.email());
        return manager.email();
    }

    private String signIn(String email, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", email, "password", password))
                .location()
                .orElseThrow();
    }

    private int mailRows(String email) {
        return jdbc.sql("select count(*) from outgoing_mail where recipient = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
