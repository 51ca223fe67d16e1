package ca.releve.browser;

import ca.releve.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages before the door, in a real browser. */
@BrowserTest
class DoorsBrowserTests {

    @Autowired
    World world;

    @Test
    void theSignInPageWorksAtEveryWidth() {
        for (Person person :
                new Person[] {Person.onANarrowPhone(world), Person.onAPhone(world), Person.onALaptop(world)}) {
            try (person) {
                person.open("/connexion").findsItAccessible();
                person.fill("Courriel", "personne@example.test")
                        .press("Se connecter")
                        .reads("Il y a un problème")
                        .findsItAccessible();
            }
        }
    }

    @Test
    void aPageThatIsNotThereIsAccessibleToo() {
        try (Person person = Person.onAPhone(world).signIn(world.client().account())) {
            person.open("/remplacements/n-importe-quoi").findsItAccessible();
        }
    }
}
