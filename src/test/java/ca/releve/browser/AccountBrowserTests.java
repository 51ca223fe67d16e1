package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.signin.password.PasswordHashQueue;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.World;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** « Mon compte », and the pages of exceeded limits, in a real browser. */
@BrowserTest
class AccountBrowserTests {

    @Autowired
    World world;

    @Autowired
    PasswordHashQueue passwords;

    @Test
    @Tag("long")
    void thePagesOfAnAccountAreAccessible() {
        Account account = world.client().account();
        try (Person person = Person.onALaptop(world)) {
            person.signIn(account).open("/mon-compte").findsItAccessibleAtEveryWidth();
            person.open("/mon-compte/mot-de-passe")
                    .findsItAccessibleAtEveryWidth()
                    .press("Enregistrer le mot de passe")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
            person.open("/mon-compte/courriel")
                    .findsItAccessibleAtEveryWidth()
                    .press("Recevoir les liens")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
            person.fill(
                            "Nouveau courriel",
                            world.email("une-adresse-qui-est-assez-longue-pour-deborder")
                                    .original())
                    .press("Recevoir les liens")
                    .reads("Changement en attente")
                    .findsItAccessibleAtEveryWidth()
                    .press("Abandonner ce changement")
                    .reads("Le changement est abandonné.");
        }
    }

    @Test
    @Tag("long")
    void theyAreAccessibleInEnglishToo() {
        try (Person person = Person.onANarrowPhone(world).signIn(world.client().account())) {
            person.open("/mon-compte?langue=en").reads("My account").findsItAccessible();
            person.open("/mon-compte/courriel")
                    .fill("New email address", world.email("nouvelle").original())
                    .press("Get the links")
                    .reads("Pending change")
                    .findsItAccessible();
            person.open("/compte/confirmation/renvoi").reads("Get a new link").findsItAccessible();
        }
    }

    @Test
    void theSignInFormIsCentred() {
        try (Person person = Person.onAPhone(world).open("/connexion")) {
            BoundingBox card = person.page().locator(".door-card").boundingBox();
            assertThat(card.x).isEqualTo(390 - card.x - card.width);
        }
        try (Person person = Person.onALaptop(world).open("/connexion")) {
            BoundingBox card = person.page().locator(".door-card").boundingBox();
            BoundingBox intro = person.page().locator(".door-intro").boundingBox();
            assertThat(intro.x + intro.width).as("the picture beside the form").isLessThan(card.x);
            assertThat(intro.x).isEqualTo(1280 - card.x - card.width);
        }
    }

    @Test
    @Tag("long")
    void invalidLinksAndThePageAfterTooManyOfThemAreAccessible() {
        try (Person person = Person.onALaptop(world)) {
            for (String page : List.of("confirmation", "nouveau-mot-de-passe", "changement-de-courriel")) {
                person.open("/compte/" + page + "/n-importe-quoi")
                        .reads("Ce lien ne fonctionne pas")
                        .findsItAccessibleAtEveryWidth();
            }
            for (int i = SecurityDoc.number("WRONG_TOKENS_PER_ADDRESS"); i > 0; i--) {
                person.open("/compte/confirmation/n-importe-quoi");
            }
            person.reads("Trop d’essais en peu de temps").findsItAccessibleAtEveryWidth();
            person.open("/compte/confirmation/renvoi")
                    .findsItAccessibleAtEveryWidth()
                    .press("Recevoir un lien")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
        }
    }

    @Test
    @Tag("long")
    void theBusyPageIsAccessible() throws InterruptedException {
        int turns = SecurityDoc.number("HASHES_PER_CORE") * Runtime.getRuntime().availableProcessors();
        CountDownLatch taken = new CountDownLatch(turns);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(turns);
        for (int i = 0; i < turns; i++) {
            crowd.submit(() -> passwords.run(() -> {
                taken.countDown();
                return wait(end);
            }));
        }
        taken.await();
        try {
            try (Person person = Person.onALaptop(world)) {
                person.open("/connexion")
                        .fill("Courriel", "foule@example.test")
                        .fill("Mot de passe", "une phrase assez longue")
                        .press("Se connecter")
                        .reads("Réessayez dans un instant")
                        .findsItAccessibleAtEveryWidth();
                person.open("/compte/creation")
                        .fill("Prénom", "Nadia")
                        .fill("Nom", "Benali")
                        .fill("Courriel", "foule@example.test")
                        .fill("Mot de passe", "une phrase assez longue")
                        .press("Créer un compte")
                        .reads("Recommencer")
                        .findsItAccessibleAtEveryWidth();
            }
        } finally {
            end.countDown();
            crowd.shutdown();
        }
    }

    private static boolean wait(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
