package ca.releve.myaccount;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.client.ClientManager;
import ca.releve.client.ClientManagers;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change of address, confirmed from both mailboxes. */
@PortalTest
@Covers("AUTH-17")
class MyEmailPagesTests {

    private static final String ASK = "Recevoir les liens";
    private static final String YES = "Confirmer le changement";
    private static final String NO = "Refuser le changement";
    private static final String PLACES = "/compte/changement-de-courriel/suite/";

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    ClientManagers managers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Task<Void> forgettingOfEmailChanges;

    @Test
    void theAddressChangesOnceBothMailboxesHaveConfirmed() {
        SomeClient client = world.client();
        String old = client.account().email();
        String wanted = world.email("Marie.Nouvelle").original();
        Visitor visitor = world.signedIn(client.account());
        visitor.get("/mon-compte");
        visitor.click("Modifier mon courriel");

        visitor.press(ASK, Map.of("email", " " + wanted + " "));
        assertThat(visitor.page().location()).hasValue("/mon-compte/courriel");
        assertThat(visitor.follow().text())
                .contains("Deux courriels sont en route", "Changement en attente", wanted)
                .contains("Boîte actuelle N’a pas encore confirmé", "Nouvelle boîte N’a pas encore confirmé");
        SomeMail toOld = world.mailTo(old);
        SomeMail toNew = world.mailTo(wanted);
        assertThat(toOld.text()).contains("une autre adresse\u00a0: " + wanted);
        assertThat(toNew.text() + toNew.header("To")).doesNotContain("Tremblay");

        assertThat(answer(toNew, YES).location()).hasValue(PLACES + "en-attente");
        assertThat(visitor.get("/mon-compte/courriel").text())
                .contains("Boîte actuelle N’a pas encore confirmé", "Nouvelle boîte A confirmé");
        assertThat(signIn(old)).isEqualTo("/");
        assertThat(signIn(wanted)).isEqualTo("/connexion?refus");

        Visitor atTheOldMailbox = world.stranger();
        atTheOldMailbox.get(toOld.path());
        atTheOldMailbox.press(YES, Map.of("password", World.PASSWORD));
        assertThat(atTheOldMailbox.page().location()).hasValue(PLACES + "fait");
        assertThat(atTheOldMailbox.follow().text()).contains("Votre courriel est changé");

        assertThat(signIn(wanted)).isEqualTo("/");
        assertThat(signIn(old)).isEqualTo("/connexion?refus");
        ClientManager manager = managers.findById(client.manager().id()).orElseThrow();
        assertThat(manager.email()).isEqualTo(wanted);
        assertThat(manager.emailCanonical()).isEqualTo(wanted.toLowerCase());
        assertThat(world.mailTo(old, 1).subject()).isEqualTo("Votre courriel est changé");
        assertThat(world.mailTo(wanted, 1).text()).contains("s’ouvre désormais avec l’adresse " + wanted);
        assertThat(visitor.get("/mon-compte").text()).contains("Courriel " + wanted);
        assertThat(world.signedIn(world.administrator())
                        .get("/admin/clients/" + client.client().id() + "/gestionnaires/" + manager.id())
                        .text())
                .contains("change son courriel : « " + old + " » devient « " + wanted + " ».");
        assertThat(jdbc.sql("select count(*) from email_change where account_id = ?")
                        .param(client.account().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Covers("AUTH-04")
    void anAddressThatLooksLikeTheCurrentOneIsAlsoShownInPunycode() {
        Account account = world.client().account();
        String wanted = account.email().replace("example", "ex\u0430mple");

        ask(account, wanted);

        SomeMail mail = world.mailTo(account.email());
        assertThat(mail.text()).contains(wanted + " (xn--exmple-4nf.test)");
        assertThat(world.stranger().get(mail.path()).text()).contains(wanted + " (xn--exmple-4nf.test)");
    }

    @Test
    void staffChangeTheirAddressInTheSameWayAndInEitherOrder() {
        Account account = world.dispatcher();
        String wanted = world.email("josee.nouvelle").original();
        ask(account, wanted);

        assertThat(answer(world.mailTo(account.email()), YES).location()).hasValue(PLACES + "en-attente");
        assertThat(answer(world.mailTo(wanted), YES).location()).hasValue(PLACES + "fait");

        assertThat(jdbc.sql("select email from staff_member where id = ?")
                        .param(account.staffMemberId())
                        .query(String.class)
                        .single())
                .isEqualTo(wanted);
        assertThat(accounts.findById(account.id()).orElseThrow().email()).isEqualTo(wanted);
    }

    @Test
    void eitherMailboxMayRefuse() {
        for (boolean fromTheOldOne : List.of(true, false)) {
            Account account = world.client().account();
            String wanted = world.email("marie.nouvelle").original();
            ask(account, wanted);
            SomeMail one = world.mailTo(fromTheOldOne ? account.email() : wanted);
            SomeMail other = world.mailTo(fromTheOldOne ? wanted : account.email());

            assertThat(answer(one, NO).location()).hasValue(PLACES + "refuse");

            assertThat(world.stranger().get(other.path()).status()).isEqualTo(410);
            assertThat(signIn(account.email())).isEqualTo("/");
        }
    }

    @Test
    void anAddressInUseGetsTheSameAnswerAndOnlyItsMailboxIsNotified() {
        Account account = world.client().account();
        ClientManager another = world.knownManager();

        String free = asked(account, world.email("libre").original());
        assertThat(asked(account, another.email())).isEqualTo(free);
        assertThat(asked(account, world.dispatcher().email())).isEqualTo(free);
        Account other = world.client().account();
        assertThat(asked(other, world.client().account().email()))
                .isEqualTo(free.replace(account.email(), other.email()));

        SomeMail told = world.mailTo(another.email());
        assertThat(told.subject()).isEqualTo("Quelqu’un a inscrit votre adresse");
        assertThat(told.path()).isEqualTo("/");
        assertThat(told.text()).doesNotContain(account.email(), account.name());
    }

    @Test
    void anAddressThatWasTakenMeanwhileIsRefused() {
        Account account = world.client().account();
        String wanted = world.email("convoitee").original();
        ask(account, wanted);
        SomeMail toOld = world.mailTo(account.email());
        SomeMail toNew = world.mailTo(wanted);
        jdbc.sql("update client_manager set email = ?, email_canonical = ? where id = ?")
                .params(wanted, wanted, world.knownManager().id())
                .update();

        answer(toOld, YES);

        assertThat(answer(toNew, YES).location()).hasValue(PLACES + "impossible");
        assertThat(accounts.findById(account.id()).orElseThrow().email()).isEqualTo(account.email());
    }

    @Test
    @Covers("AUTH-08")
    void aScannerThatFollowsTheLinksAndSubmitsTheirFormsChangesNothing() {
        Account account = world.client().account();
        String wanted = world.email("marie.nouvelle").original();
        ask(account, wanted);

        for (SomeMail mail : List.of(world.mailTo(account.email()), world.mailTo(wanted))) {
            Visitor scanner = world.stranger();
            for (int i = 0; i < 7; i++) {
                assertThat(scanner.get(mail.path()).status()).isEqualTo(200);
                assertThat(scanner.press(YES).status()).isEqualTo(422);
            }
            assertThat(scanner.head(mail.path()).status()).isEqualTo(200);
        }

        answer(world.mailTo(account.email()), YES);
        assertThat(answer(world.mailTo(wanted), YES).location()).hasValue(PLACES + "fait");
    }

    @Test
    void theLinksCannotBeUsedToGuessAPassword() {
        Account account = world.client().account();
        String wanted = world.email("marie.nouvelle").original();
        ask(account, wanted);
        Visitor thief = world.stranger();
        thief.get(world.mailTo(wanted).path());
        int tries = SecurityDoc.number("EMAIL_CHANGE_WRONG_PASSWORDS");

        for (int i = 1; i < tries; i++) {
            thief.press(YES, Map.of("password", "une tentative numéro " + i));
            assertThat(thief.page().status()).isEqualTo(422);
            assertThat(thief.page().problems()).containsExactly("Ce n’est pas le mot de passe de votre compte");
        }
        assertThat(thief.press(YES, Map.of("password", "une tentative de trop")).status())
                .isEqualTo(410);

        assertThat(world.stranger().get(world.mailTo(account.email()).path()).status())
                .isEqualTo(410);
    }

    @Test
    void concurrentGuessesAreCountedLikeSequentialOnes() throws Exception {
        Account account = world.client().account();
        String wanted = world.email("marie.nouvelle").original();
        ask(account, wanted);
        String path = world.mailTo(wanted).path();
        List<Visitor> thieves = IntStream.range(0, 12)
                .mapToObj(number -> {
                    Visitor thief = world.stranger();
                    thief.get(path);
                    return thief;
                })
                .toList();

        AtOnce.run(
                thieves.size(),
                number -> () -> thieves.get(number)
                        .press(YES, Map.of("password", "une tentative numéro " + number))
                        .status());

        assertThat(jdbc.sql("""
                        select count(*) from security_event
                         where account_id = ? and event = 'authn_login_fail' and facts = 'reason=EMAIL_CHANGE'
                        """).param(account.id()).query(Integer.class).single())
                .as("passwords that were looked at")
                .isEqualTo(SecurityDoc.number("EMAIL_CHANGE_WRONG_PASSWORDS"));
        assertThat(world.stranger().get(path).status()).isEqualTo(410);
    }

    @Test
    @Covers("AUTH-06")
    void linksThatAreUsedSupersededOrTooOldOpenNothing() {
        Account account = world.client().account();
        String first = world.email("premiere").original();
        String second = world.email("seconde").original();
        ask(account, first);
        SomeMail superseded = world.mailTo(first);
        SomeMail toOldOfFirst = world.mailTo(account.email());
        ask(account, second);
        SomeMail toNew = world.mailTo(second);
        Page unknown = world.stranger().get("/compte/changement-de-courriel/" + "A".repeat(43));
        assertThat(unknown.status()).isEqualTo(410);

        for (SomeMail dead : List.of(superseded, toOldOfFirst)) {
            assertThat(world.stranger().get(dead.path()).text()).isEqualTo(unknown.text());
        }
        for (String otherPurpose : List.of("/compte/confirmation/", "/compte/nouveau-mot-de-passe/")) {
            assertThat(world.stranger().get(otherPurpose + toNew.token()).status())
                    .isEqualTo(410);
        }
        assertThat(answer(toNew, YES).location()).hasValue(PLACES + "en-attente");
        assertThat(world.stranger().get(toNew.path()).status()).isEqualTo(410);
        clock.advance(SecurityDoc.duration("EMAIL_CHANGE_LIFETIME"));
        assertThat(world.stranger().get(world.mailTo(account.email(), 1).path()).status())
                .isEqualTo(410);
        assertThat(dump("account_token", "email_change", "outgoing_mail")).doesNotContain(toNew.token());
    }

    @Test
    @Covers({"AUTH-07", "AUTH-17"})
    void manyAnswersAtOnceChangeTheAddressOnce() throws Exception {
        Account account = world.client().account();
        String wanted = world.email("marie.nouvelle").original();
        ask(account, wanted);
        SomeMail toOld = world.mailTo(account.email());
        SomeMail toNew = world.mailTo(wanted);

        List<Integer> statuses = AtOnce.run(
                8, number -> () -> answer(number % 2 == 0 ? toOld : toNew, YES).status());

        assertThat(statuses).filteredOn(status -> status == 303).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 410).hasSize(6);
        assertThat(accounts.findById(account.id()).orElseThrow().email()).isEqualTo(wanted);
    }

    @Test
    @Covers("AUTH-20")
    void aUserWithoutAccessCannotAnswer() {
        SomeClient client = world.client();
        String wanted = world.email("marie.nouvelle").original();
        ask(client.account(), wanted);
        String path = world.mailTo(wanted).path();

        jdbc.sql("update client set active = false where id = ?")
                .param(client.client().id())
                .update();
        assertThat(world.stranger().get(path).status()).isEqualTo(410);
        jdbc.sql("update client set active = true where id = ?")
                .param(client.client().id())
                .update();
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(client.account().id())
                .update();
        assertThat(world.stranger().get(path).status()).isEqualTo(410);
    }

    @Test
    void aChangeOfAddressCanBeCancelled() {
        Account account = world.client().account();
        String wanted = world.email("marie.nouvelle").original();
        Visitor visitor = ask(account, wanted);
        SomeMail toNew = world.mailTo(wanted);
        visitor.get("/mon-compte/courriel");

        visitor.press("Abandonner ce changement");

        assertThat(visitor.follow().text())
                .contains("Le changement est abandonné")
                .doesNotContain(wanted);
        assertThat(world.stranger().get(toNew.path()).status()).isEqualTo(410);
    }

    @Test
    void anInvalidOrUnchangedAddressIsRefused() {
        Account account = world.client().account();
        Visitor visitor = world.signedIn(account);
        visitor.get("/mon-compte/courriel");

        visitor.press(ASK, Map.of("email", "marie@"));
        assertThat(visitor.page().status()).isEqualTo(422);
        assertThat(visitor.page().problems())
                .containsExactly("Inscrivez une adresse de courriel, par exemple marie@example.ca");
        assertThat(visitor.page().html().selectFirst("#email").val()).isEqualTo("marie@");
        for (String strange : List.of("a@x.ca,b@y.ca", "a@x.ca\r\nBcc: b@y.ca", "\u0430nna@example.test")) {
            assertThat(visitor.press(ASK, Map.of("email", strange)).status()).isEqualTo(422);
        }

        visitor.press(ASK, Map.of("email", account.email()));
        assertThat(visitor.page().problems()).containsExactly("C’est déjà votre courriel. Inscrivez le nouveau.");
    }

    @Test
    @Covers({"ABU-04", "ABU-08"})
    void nobodyFloodsTheMailboxOfAnotherPerson() {
        Account account = world.client().account();
        String stranger = world.email("inconnue").original();
        int most = SecurityDoc.number("MAILS_PER_ACCOUNT");
        for (int i = 0; i < most; i++) {
            ask(account, stranger);
        }

        ask(account, stranger);
        Visitor visitor = ask(account, stranger);

        assertThat(visitor.follow().html().select(".notice-warning").text())
                .isEqualTo("Vous avez déjà demandé plusieurs liens. Attendez une heure, puis recommencez.");
        assertThat(jdbc.sql("select count(*) from security_event where event = ? and account_id = ?")
                        .params("excess_rate_limit_exceeded", account.id())
                        .query(Integer.class)
                        .single())
                .as("told once of two refusals")
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from outgoing_mail where recipient = ?")
                        .param(stranger)
                        .query(Integer.class)
                        .single())
                .isEqualTo(most);
        clock.advance(Duration.ofMinutes(61));
        assertThat(ask(account, stranger).follow().text()).contains("Deux courriels sont en route");
    }

    @Test
    @Covers("AUTH-10")
    void aPasswordResetCancelsAChangeOfAddressThatAnotherPersonRequested() {
        Account account = world.client().account();
        String wanted = world.email("voleur").original();
        ask(account, wanted);
        List<SomeMail> links = List.of(world.mailTo(account.email()), world.mailTo(wanted));
        Visitor herself = world.stranger();
        herself.get("/compte/mot-de-passe-oublie");
        herself.press("Recevoir un lien", Map.of("email", account.email()));
        herself.get(world.mailTo(account.email(), 1).path());

        herself.press("Enregistrer le mot de passe", Map.of("password", "une tout autre phrase, assez longue"));

        assertThat(herself.page().location()).hasValue("/connexion");
        assertIsOver(account, links);
    }

    @Test
    @Covers("AUTH-10")
    void aPasswordChangeCancelsAChangeOfAddressThatAnotherPersonRequestedAndConfirmed() {
        Account account = world.client().account();
        String wanted = world.email("voleur").original();
        ask(account, wanted);
        List<SomeMail> links = List.of(world.mailTo(account.email()), world.mailTo(wanted));
        assertThat(answer(links.get(1), YES).location()).hasValue(PLACES + "en-attente");
        Visitor herself = world.signedIn(account);
        herself.get("/mon-compte/mot-de-passe");

        herself.press("Enregistrer le mot de passe", Map.of("password", "une tout autre phrase, assez longue"));

        assertThat(herself.page().location()).hasValue("/mon-compte");
        assertIsOver(account, links);
    }

    @Test
    void anAccountThatWasDisabledHasNoPendingChangeOfAddress() {
        Account account = world.client().account();
        String wanted = world.email("voleur").original();
        ask(account, wanted);
        List<SomeMail> links = List.of(world.mailTo(account.email()), world.mailTo(wanted));
        Visitor administrator = world.signedIn(world.administrator());
        administrator.get("/admin/comptes/" + account.id() + "/desactivation");
        administrator.press("Désactiver", Map.of("reason", "Téléphone volé"));
        administrator.follow();

        administrator.press("Réactiver le compte");

        assertThat(signIn(account.email())).isEqualTo("/");
        assertIsOver(account, links);
    }

    @Test
    @Covers("PRIV-03")
    void aRequestedAddressIsDeletedWhenItExpires() {
        Account account = world.client().account();
        ask(account, world.email("marie.nouvelle").original());
        clock.advance(SecurityDoc.duration("EMAIL_CHANGE_LIFETIME").minusMinutes(1));
        forgettingOfEmailChanges.execute(null, null);
        assertThat(changesOf(account)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        forgettingOfEmailChanges.execute(null, null);

        assertThat(changesOf(account)).isZero();
    }

    private void assertIsOver(Account account, List<SomeMail> links) {
        for (SomeMail link : links) {
            assertThat(world.stranger().get(link.path()).status()).isEqualTo(410);
        }
        assertThat(changesOf(account)).isZero();
    }

    private int changesOf(Account account) {
        return jdbc.sql("select count(*) from email_change where account_id = ?")
                .param(account.id())
                .query(Integer.class)
                .single();
    }

    private Visitor ask(Account account, String wanted) {
        Visitor visitor = world.signedIn(account);
        visitor.get("/mon-compte/courriel");
        visitor.press(ASK, Map.of("email", wanted));
        return visitor;
    }

    /** The page after a request for this address, without the address and the time. */
    private String asked(Account account, String wanted) {
        Visitor visitor = ask(account, wanted);
        return visitor.page().status()
                + visitor.follow().text().replace(wanted, "…").replaceAll("Les liens expirent .*", "");
    }

    private Page answer(SomeMail mail, String button) {
        Visitor visitor = world.stranger();
        if (visitor.get(mail.path()).status() != 200) {
            return visitor.page();
        }
        return visitor.press(button, Map.of("password", World.PASSWORD));
    }

    private String signIn(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", email, "password", World.PASSWORD))
                .location()
                .orElseThrow();
    }

    private String dump(String... tables) {
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            jdbc.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }
}
