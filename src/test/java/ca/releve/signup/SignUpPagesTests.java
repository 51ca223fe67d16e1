package ca.releve.signup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.AccessRequest;
import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.signin.Answer;
import ca.releve.signin.Doors;
import ca.releve.signin.throttle.MailQuota;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Unfinished;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class SignUpPagesTests {

    private static final String NEUTRAL = "/compte/creation/envoyee";
    private static final String PASSWORD = "les framboises du jardin";

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    MailQuota quota;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Unfinished unfinished;

    @Test
    void aManagerCreatesAnAccountConfirmsItAndSignsIn() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.click("Créer un compte");

        assertThat(visitor.page().html().select("label").eachText())
                .containsExactly("Prénom", "Nom", "Courriel", "Mot de passe");
        visitor.press("Créer un compte", form(manager.email()));
        assertThat(visitor.page().status()).isEqualTo(303);
        assertThat(visitor.page().location()).hasValue(NEUTRAL);
        assertThat(visitor.follow().text()).contains("Regardez vos courriels");

        SomeMail mail = world.mailTo(manager.email());
        assertThat(mail.subject()).isEqualTo("Confirmez votre compte");
        assertThat(visitor.get(mail.path()).html().select("input[type=password]"))
                .as("the password is asked for once")
                .isEmpty();
        visitor.press("Confirmer mon compte");
        assertThat(visitor.page().status()).isEqualTo(303);
        assertThat(visitor.page().location()).hasValue("/connexion");
        assertThat(visitor.follow().text()).contains("Votre compte est confirmé. Connectez-vous.");

        visitor.press("Se connecter", Map.of("email", manager.email(), "password", PASSWORD));
        visitor.get("/");
        assertThat(visitor.page().location()).hasValue("/remplacements");
        Account account = account(manager.email());
        assertThat(account.name()).isEqualTo("Anne-Sophie D’Amours");
        assertThat(account.clientManagerId()).isEqualTo(manager.id());
        assertThat(account.signedInAt()).isNotNull();
    }

    @Test
    void aStaffMemberCreatesAnAccountInTheSameWay() {
        StaffMember member = world.save(new StaffMember("Josée", "Roy", world.email("josee"), Role.DISPATCHER));

        signUp(member.email());
        confirm(world.mailTo(member.email()), PASSWORD);

        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", member.email(), "password", PASSWORD));
        assertThat(visitor.get("/").location()).hasValue("/admin/demandes");
    }

    @Test
    @Covers({"AUTH-03"})
    void anUnknownAddressGetsNoAccountAndNoMailButIsNotedAsAnAccessRequest() {
        String email = world.email("inconnue").original();

        signUp(email);
        signUp(email);

        assertThat(accounts.findByEmailCanonical(email)).isEmpty();
        assertThat(jdbc.sql("select status, attempts from access_request where email_canonical = ?")
                        .param(email)
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("status", AccessRequest.Status.NEW.name(), "attempts", 2));
        assertThat(mailRows(email)).isZero();
    }

    @Test
    void aSignUpForAnExistingAccountIsReportedByMailOnly() {
        Account account = world.client().account();
        String hash = account.passwordHash();

        signUp(account.email());

        SomeMail mail = world.mailTo(account.email());
        assertThat(mail.subject()).isEqualTo("Vous avez déjà un compte");
        assertThat(mail.path()).isEqualTo("/compte/mot-de-passe-oublie");
        assertThat(account(account.email()).passwordHash()).isEqualTo(hash);
        assertThat(account(account.email()).name()).isEqualTo(account.name());
    }

    @Test
    @Covers({"AUTH-20"})
    void aDisabledAccountGetsNothing() {
        Account account = disabled();

        signUp(account.email());

        assertThat(mailRows(account.email())).isZero();
        assertThat(account(account.email()).state()).isEqualTo(Account.State.DISABLED);
    }

    @Test
    @Covers({"AUTH-01"})
    void allAddressesGetIdenticalAnswers() {
        List<Answer> answers = List.of(
                answer(world.knownManager().email()),
                answer(world.save(new StaffMember("Josée", "Roy", world.email("josee"), Role.DISPATCHER))
                        .email()),
                answer(world.email("inconnue").original()),
                answer(world.client().account().email()),
                answer(disabled().email()),
                answer(unconfirmed()));

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(answers.get(0).status()).isEqualTo(303);
    }

    @Test
    void aUserWhoGoesBackAndCorrectsTheAddressGetsAMail() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        Page shown = visitor.get("/compte/creation");

        visitor.press(shown, "Créer un compte", form("marie.trembley@example.test"));
        visitor.press(shown, "Créer un compte", form(manager.email()));
        visitor.press(shown, "Créer un compte", form(manager.email()));

        assertThat(world.mailTo(manager.email()).subject()).contains("Confirmez");
        assertThat(mailRows(manager.email())).isEqualTo(1);
    }

    @Test
    @Covers({"AUTH-03", "ACC-08"})
    void fieldsThatTheFormDoesNotHaveAreIgnored() {
        ClientManager manager = world.knownManager();
        World.SomeClient other = world.client();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        Map<String, Object> fields = new HashMap<>(form(manager.email()));
        fields.putAll(Map.of(
                "submissionId",
                UUID.randomUUID(),
                "role",
                "ADMINISTRATOR",
                "state",
                "ACTIVE",
                "enabled",
                "true",
                "id",
                other.account().id(),
                "clientId",
                other.client().id(),
                "clientManagerId",
                other.manager().id()));

        visitor.post("/compte/creation", fields);

        Account account = account(manager.email());
        assertThat(account.state()).isEqualTo(Account.State.UNCONFIRMED);
        assertThat(account.clientManagerId()).isEqualTo(manager.id());
        assertThat(account.staffMemberId()).isNull();
    }

    @Test
    @Covers({"AUTH-04", "AUTH-05"})
    void mailGoesToTheStoredAddressWhateverTheSpelling() {
        ClientManager manager = world.knownManager();

        signUp("  " + manager.email().toUpperCase() + " ");

        assertThat(world.mailTo(manager.email()).to()).isEqualTo(manager.email());
        assertThat(account(manager.email()).email()).isEqualTo(manager.email());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "marie",
                "marie@",
                "a@x.ca,b@y.ca",
                "a@x.ca\r\nBcc: b@y.ca",
                "mar\u0131e@example.test",
                "\uFF4Darie@example.test",
                "m\u0430rie@example.test"
            })
    @Covers({"AUTH-04"})
    void anInvalidAddressIsRefusedBeforeAnyLookup(String typed) {
        Page page = signUp(typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Inscrivez une adresse de courriel, par exemple marie@example.ca");
        assertThat(page.html().select("#firstName").val()).isEqualTo("Anne-Sophie");
        assertThat(page.html().select("#password").val()).isEmpty();
        assertThat(page.title()).startsWith("Erreur :");
    }

    /** A name with a bidirectional control would reverse the address beside it on a page of the staff. */
    @ParameterizedTest
    @ValueSource(strings = {"A\nB", "A\u0085B", "A\u2028B", "\u202eeiraM", "A\u2066B", "A\u001b[31m"})
    void aNameHasOneLineAndNoBidiControls(String name) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        Map<String, Object> typed = new HashMap<>(form(world.email("nom").original()));
        typed.put("firstName", name);

        assertThat(visitor.press("Créer un compte", typed).problems())
                .containsExactly("Un nom tient sur une ligne, sans caractère spécial invisible");
    }

    @Test
    void anEmptyFormListsItsProblemsInTheOrderOfThePage() {
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");

        visitor.press("Créer un compte");

        assertThat(visitor.page().status()).isEqualTo(422);
        assertThat(visitor.page().problems())
                .containsExactly(
                        "Inscrivez votre prénom",
                        "Inscrivez votre nom",
                        "Inscrivez une adresse de courriel, par exemple marie@example.ca",
                        "Choisissez un mot de passe d’au moins 15 caractères. Une phrase fait très bien.");
    }

    @Test
    void aSignUpSubmittedTwiceCreatesOneAccountAndOneMail() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        Page shown = visitor.get("/compte/creation");

        visitor.press(shown, "Créer un compte", form(manager.email()));
        visitor.press(shown, "Créer un compte", form(manager.email()));

        assertThat(visitor.page().location()).hasValue(NEUTRAL);
        assertThat(mailRows(manager.email())).isEqualTo(1);
    }

    @Test
    @Covers("AUTH-05")
    void twentySignUpsOfOneAddressAtOnceGiveOneAccountAndTheSameAnswer() throws Exception {
        ClientManager manager = world.knownManager();

        List<Page> answers = AtOnce.run(
                20,
                number -> () -> signUp(
                        number % 2 == 0 ? manager.email() : manager.email().toUpperCase()));

        // With many concurrent sign-ups, some are asked to try again (AUTH-15).
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 503)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(303);
                    assertThat(answer.location()).hasValue(NEUTRAL);
                });
        assertThat(jdbc.sql("select count(*) from account where email_canonical = ?")
                        .param(manager.emailCanonical())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Covers({"AUTH-08"})
    void openingTheLinkConfirmsNothing() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        String path = world.mailTo(manager.email()).path();

        Visitor scanner = world.stranger();
        for (int i = 0; i < 5; i++) {
            assertThat(scanner.get(path).status()).isEqualTo(200);
        }
        assertThat(scanner.head(path).status()).isEqualTo(200);
        scanner.get(path);
        assertThat(scanner.press("Confirmer mon compte").status()).isEqualTo(422);
        assertThat(account(manager.email()).state()).isEqualTo(Account.State.UNCONFIRMED);
        assertThat(scanner.get("/remplacements").location()).hasValue("/connexion");

        assertThat(confirm(path, PASSWORD).location()).hasValue("/connexion");
    }

    @Test
    void aWrongPasswordConfirmsNothingAndTheLinkStaysValid() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        String path = world.mailTo(manager.email()).path();

        Page refused = confirm(path, "les fraises du jardin");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly("Ce n’est pas le mot de passe choisi à la création du compte");
        assertThat(confirm(path, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    @Covers("ABU-02")
    void theOwnerOfTheMailboxChoosesThePasswordAtTheConfirmation() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        world.mailTo(manager.email());
        Visitor stranger = world.stranger();
        stranger.get("/compte/creation");
        stranger.press(
                "Créer un compte",
                Map.of(
                        "firstName",
                        "X",
                        "lastName",
                        "Y",
                        "email",
                        manager.email(),
                        "password",
                        "les fraises du jardin"));
        for (int i = 0; i <= SecurityDoc.number("SIGN_IN_FREE_FAILURES"); i++) {
            Doors.signIn(world.stranger(), manager.email(), Doors.WRONG);
        }
        Visitor owner = world.stranger();
        owner.get(world.mailTo(manager.email(), 1).path());

        assertThat(owner.page().html().select("input[name=chosen]")).isEmpty();
        assertThat(owner.press("Confirmer mon compte", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(owner.press("Confirmer mon compte", Map.of("password", "court", "chosen", "true"))
                        .status())
                .isEqualTo(422);
        assertThat(account(manager.email()).state()).isEqualTo(Account.State.UNCONFIRMED);
        assertThat(owner.press("Confirmer mon compte", Map.of("password", PASSWORD, "chosen", "true"))
                        .location())
                .hasValue("/connexion");
        assertThat(passwordChanges(account(manager.email()))).isOne();
        assertThat(Doors.opens(world.stranger(), manager.email(), "les fraises du jardin"))
                .isFalse();
        assertThat(Doors.opens(owner, manager.email(), PASSWORD)).isTrue();
    }

    /** The session of the first sign-up does not confirm the password of a later one. */
    @Test
    @Covers({"ABU-02", "AUTH-08"})
    void aStrangersPasswordIsNeverConfirmedByTheSessionOfTheOwnersSignUp() {
        ClientManager manager = world.knownManager();
        Visitor owner = world.stranger();
        owner.get("/compte/creation");
        owner.press("Créer un compte", form(manager.email()));
        world.mailTo(manager.email());
        Visitor stranger = world.stranger();
        stranger.get("/compte/creation");
        stranger.press("Créer un compte", form(manager.email()));

        String path = world.mailTo(manager.email(), 1).path();
        assertThat(owner.get(path).html().select("input[type=password]")).hasSize(1);
        owner.post(path, Map.of("submissionId", UUID.randomUUID()));

        assertThat(owner.page().status()).isEqualTo(422);
        assertThat(account(manager.email()).state()).isEqualTo(Account.State.UNCONFIRMED);
    }

    @Test
    void whoOpensTheLinkOnTheDeviceOfTheSignUpMayStillChooseAnotherPassword() {
        ClientManager manager = world.knownManager();
        Visitor owner = world.stranger();
        owner.get("/compte/creation");
        owner.press("Créer un compte", form(manager.email()));
        owner.get(world.mailTo(manager.email()).path());

        owner.click("Ce n’était pas vous? Choisissez votre propre mot de passe");
        assertThat(owner.page().html().select("#chosen").hasAttr("checked")).isTrue();
        owner.press("Confirmer mon compte", Map.of("password", "les mûres du jardin voisin", "chosen", "true"));

        assertThat(owner.page().location()).hasValue("/connexion");
        assertThat(Doors.opens(owner, manager.email(), "les mûres du jardin voisin"))
                .isTrue();
        assertThat(Doors.opens(world.stranger(), manager.email(), PASSWORD)).isFalse();
    }

    @Test
    void theChoiceOfAnotherPasswordIsKeptWhenTheFormCameTooLate() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        Visitor owner = world.stranger().with("Sec-Fetch-Site", "same-origin").with("Sec-Fetch-Mode", "navigate");
        owner.get(world.mailTo(manager.email()).path());
        owner.press("Confirmer mon compte", Map.of("password", Doors.WRONG));
        String chosen = "les mûres du jardin voisin";
        owner.forgetCookie("__Host-SESSION");
        owner.press("Confirmer mon compte", Map.of("password", chosen, "chosen", "true"));

        Page again = owner.follow();

        assertThat(again.html().select("input[name=chosen]").hasAttr("checked")).isTrue();
        assertThat(again.text())
                .contains("Choisir ce mot de passe pour mon compte")
                .doesNotContain("Inscrivez le mot de passe que vous avez choisi", "Recommencer la création");
        assertThat(owner.press("Confirmer mon compte", Map.of("password", chosen))
                        .location())
                .hasValue("/connexion");
        assertThat(Doors.opens(owner, manager.email(), chosen)).isTrue();
    }

    @Test
    void aConfirmationSubmittedTwiceLeadsToTheSamePage() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        Visitor visitor = world.stranger();
        Page shown = visitor.get(world.mailTo(manager.email()).path());

        visitor.press(shown, "Confirmer mon compte", Map.of("password", PASSWORD));
        visitor.press(shown, "Confirmer mon compte", Map.of("password", PASSWORD));

        assertThat(visitor.page().location()).hasValue("/connexion");
    }

    @Test
    @Covers({"AUTH-06"})
    void invalidLinksOfAllKindsShowTheSamePage() {
        ClientManager used = world.knownManager();
        signUp(used.email());
        String usedPath = world.mailTo(used.email()).path();
        confirm(usedPath, PASSWORD);

        ClientManager twice = world.knownManager();
        signUp(twice.email());
        String supersededPath = world.mailTo(twice.email()).path();
        signUp(twice.email());
        String newPath = world.mailTo(twice.email(), 1).path();

        Account account = world.client().account();
        forgotten(account.email());
        String otherPurpose =
                "/compte/confirmation/" + world.mailTo(account.email()).token();

        Page unknown = world.stranger().get("/compte/confirmation/" + "A".repeat(43));
        assertThat(unknown.status()).isEqualTo(410);
        assertThat(unknown.text()).contains("Ce lien ne fonctionne pas");
        for (String path : List.of(usedPath, supersededPath, otherPurpose)) {
            assertThat(world.stranger().get(path).status()).as(path).isEqualTo(410);
            assertThat(world.stranger().get(path).text()).isEqualTo(unknown.text());
        }

        Visitor late = world.stranger();
        assertThat(late.get(newPath).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(24));
        late.get("/connexion");
        late.post(newPath, Map.of("submissionId", UUID.randomUUID(), "password", PASSWORD));
        assertThat(late.page().status()).isEqualTo(410);
        assertThat(late.page().text()).isEqualTo(unknown.text());
        assertThat(account(twice.email()).state()).isEqualTo(Account.State.UNCONFIRMED);
    }

    @Test
    @Covers({"AUTH-07"})
    void twentySubmissionsOfOneLinkAtOnceConfirmOnce() throws Exception {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        String path = world.mailTo(manager.email()).path();

        List<Integer> statuses =
                AtOnce.run(20, number -> () -> confirm(path, PASSWORD).status());

        assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
        // The others got an invalid link, too many concurrent attempts, or a full queue.
        assertThat(statuses).filteredOn(status -> status != 303).isSubsetOf(410, 422, 503);
    }

    /** Above the quota of mails the link stays the same, so that only the password distinguishes the two sign-ups. */
    @Test
    @Covers({"AUTH-07", "AUTH-08"})
    void aConcurrentSignUpDoesNotReplaceThePasswordThatIsBeingConfirmed() throws Exception {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        String path = world.mailTo(manager.email()).path();
        UUID account = account(manager.email()).id();
        for (int i = 1; i < SecurityDoc.number("MAILS_PER_ACCOUNT"); i++) {
            assertThat(transaction.<Boolean>execute(status -> quota.takeForLink(account)))
                    .isTrue();
        }
        confirm(path, "les fraises du jardin");
        CompletableFuture<Page> confirmation;
        try (Unfinished.Change budget =
                unfinished.begin("select 1 from sign_in_budget where account_id = ? for update", account)) {
            confirmation = CompletableFuture.supplyAsync(() -> confirm(path, PASSWORD));
            budget.untilTheyWait(confirmation);
            answer(manager.email(), "les framboises du voisin");
        }
        assertThat(confirmation.get(20, TimeUnit.SECONDS).status()).isEqualTo(410);
        assertThat(mailRows(manager.email())).isEqualTo(1);
        assertThat(account(manager.email()).state()).isEqualTo(Account.State.UNCONFIRMED);
    }

    @Test
    void noMailContainsTheTypedNameBeforeTheConfirmation() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        Map<String, Object> fields = new HashMap<>(form(manager.email()));
        fields.put("firstName", "Gagnez sur evil.test");

        visitor.press("Créer un compte", fields);

        SomeMail mail = world.mailTo(manager.email());
        assertThat(mail.text() + mail.html() + mail.header("To")).doesNotContain("evil.test");
    }

    /** A refusal at the sign-up would reveal the client of the address. */
    @Test
    @Covers({"AUTH-01", "AUTH-12"})
    void aPasswordWithTheNameOfTheClientIsRefusedAtTheConfirmation() {
        ClientManager manager = world.knownManager();
        String client = jdbc.sql("select name from client where id = ?")
                .param(manager.clientId())
                .query(String.class)
                .single();
        String password = client.toLowerCase() + " 2026";
        assertThat(answer(manager.email(), password))
                .isEqualTo(answer(world.email("inconnue").original(), password));

        Page refused = confirm(world.mailTo(manager.email()), password);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems().get(0)).startsWith("Ce mot de passe contient votre nom");
        ClientManager colleague = world.save(new ClientManager(
                world.save(new Client(client + " Nord", clock)), "Léa", "Roy", world.email("lea"), "418 555-0106"));
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        Map<String, Object> telling = new HashMap<>(form(colleague.email()));
        telling.put("password", client.toLowerCase() + " nord 2026");
        visitor.press("Créer un compte", telling);
        assertThat(visitor.get(world.mailTo(colleague.email()).path()).html().select("input[type=password]"))
                .as("asked for also on the device of the sign-up")
                .hasSize(1);
        assertThat(account(manager.email()).state()).isEqualTo(Account.State.UNCONFIRMED);
        signUp(manager.email());
        assertThat(confirm(world.mailTo(manager.email(), 1), PASSWORD).status()).isEqualTo(303);
    }

    @Test
    @Covers("AUTH-01")
    void requestingTheMailAgainHasTheSameAnswerForEverybody() {
        String unconfirmed = unconfirmed();
        Account active = world.client().account();
        Account disabled = disabled();
        String unknown = world.email("inconnue").original();
        String welcome = world.knownManager().email();

        List<Answer> answers = List.of(
                again(unconfirmed), again(active.email()), again(disabled.email()), again(unknown), again(welcome));

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(answers.get(0).status()).isEqualTo(303);
        assertThat(world.mailTo(active.email()).subject()).isEqualTo("Vous avez déjà un compte");
        for (String nobody : List.of(disabled.email(), unknown, welcome)) {
            assertThat(mailRows(nobody)).isZero();
        }
        assertThat(jdbc.sql("select count(*) from access_request where email_canonical = ?")
                        .param(unknown)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Covers("AUTH-06")
    void anExpiredLinkLeadsToANewOne() {
        String email = unconfirmed();
        SomeMail first = world.mailTo(email);
        clock.advance(SecurityDoc.duration("CONFIRMATION_LIFETIME"));
        Visitor visitor = world.stranger();
        visitor.get(first.path());
        assertThat(visitor.page().status()).isEqualTo(410);

        visitor.click("Recevoir un nouveau lien pour confirmer mon compte");
        assertThat(visitor.press("Recevoir un lien", Map.of("email", "nadia@")).status())
                .isEqualTo(422);
        visitor.press("Recevoir un lien", Map.of("email", email));

        assertThat(visitor.follow().text()).contains("Regardez vos courriels");
        SomeMail second = world.mailTo(email, 1);
        assertThat(second.subject()).isEqualTo("Confirmez votre compte");
        assertThat(confirm(second, PASSWORD).status()).isEqualTo(303);
        assertThat(world.stranger().get(first.path()).status()).isEqualTo(410);
    }

    private Answer again(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/confirmation/renvoi");
        return Answer.of(visitor.press("Recevoir un lien", Map.of("email", email)), visitor.follow());
    }

    private Visitor.Page signUp(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        return visitor.press("Créer un compte", form(email));
    }

    private Page confirm(SomeMail mail, String password) {
        return confirm(mail.path(), password);
    }

    private Page confirm(String path, String password) {
        Visitor visitor = world.stranger();
        if (visitor.get(path).status() != 200) {
            return visitor.page();
        }
        return visitor.press("Confirmer mon compte", Map.of("password", password));
    }

    private void forgotten(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", email));
    }

    private Answer answer(String email) {
        return answer(email, PASSWORD);
    }

    private Answer answer(String email, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        Map<String, Object> fields = new HashMap<>(form(email));
        fields.put("password", password);
        return Answer.of(visitor.press("Créer un compte", fields), visitor.follow());
    }

    private String unconfirmed() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        return manager.email();
    }

    private Account disabled() {
        Account account = world.client().account();
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(account.id())
                .update();
        return account;
    }

    private Account account(String email) {
        return accounts.findByEmailCanonical(email).orElseThrow();
    }

    private int passwordChanges(Account account) {
        return jdbc.sql("select count(*) from security_event where account_id = ? and event = 'authn_password_change'")
                .param(account.id())
                .query(Integer.class)
                .single();
    }

    private int mailRows(String email) {
        return jdbc.sql("select count(*) from outgoing_mail where lower(recipient) = lower(?)")
                .param(email)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> form(String email) {
        return Map.of("firstName", "Anne-Sophie", "lastName", "D’Amours", "email", email, "password", PASSWORD);
    }
}
