package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager's week and a manager's morning, in a real browser. */
@BrowserTest
class WeekBrowserTests {

    @Autowired
    World world;

    @Test
    void aWeekIsAGridOnALaptopAndOneDayUnderAnotherOnAPhone() {
        SomeClient client = world.client();
        Substitute amelie = world.substitute();
        world.confirmed(client, amelie, world.shift(Duration.ofMinutes(5), 4));
        world.sentRequest(client, world.shift(Duration.ofMinutes(10), 4));
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open("/remplacements").follow("Calendrier").reads(amelie.name());
            BoundingBox monday = day(manager, 0);
            BoundingBox sunday = day(manager, 6);
            assertThat(sunday.y).isEqualTo(monday.y);
            assertThat(sunday.x).isGreaterThan(monday.x + 5 * monday.width);
            manager.findsItAccessibleAtEveryWidth();
            manager.page().setViewportSize(390, 844);
            assertThat(day(manager, 1).y).as("on a phone").isGreaterThan(day(manager, 0).y);
            assertThat(day(manager, 1).x).isEqualTo(day(manager, 0).x);
            manager.follow("Semaine suivante").reads("Aucun remplacement cette semaine");
            manager.follow("Aujourd’hui").reads(amelie.name());
        }
    }

    @Test
    void aManagerSaysOnAPhoneThatSomebodyHasNotArrivedAndReadsWhomToCall() {
        SomeClient client = world.client();
        Substitute amelie = world.substitute();
        world.confirmed(client, amelie, world.shift(Duration.ZERO, 4));
        try (Person manager = Person.onANarrowPhone(world).signIn(client.account())) {
            manager.open("/remplacements");
            manager.page().locator(".today-where a").first().click();
            manager.reads(amelie.name() + ", attendue de")
                    .findsItAccessible()
                    .pressFirst("Elle n’est pas arrivée")
                    .reads("Le service est averti.")
                    .reads("418 555-0100")
                    .findsItAccessible();
        }
    }

    @Test
    void aShiftOfTodayThatAManagerCancelsIsACallThatTheServiceMakesAndThatTheRequestSaysIsMade() {
        SomeClient client = world.client();
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.confirmed(client, amelie, world.shift(Duration.ofMinutes(90), 4));
        try (Person manager = Person.onAPhone(world).signIn(client.account());
                Person dispatcher = Person.onALaptop(world).signIn(world.dispatcher())) {
            manager.open("/remplacements/" + request.id())
                    .follow("Annuler la demande")
                    .reads("Seront averties : " + amelie.name())
                    .fill("Raison de l’annulation", "L’éducatrice est revenue.")
                    .press("Annuler la demande")
                    .reads("La demande est annulée");
            dispatcher
                    .open("/admin/demandes")
                    .reads("À appeler")
                    .reads(amelie.name() + ", " + amelie.phone())
                    .press("Appelée " + amelie.name())
                    .reads("L’appel est noté.")
                    .doesNotRead(amelie.name() + ", " + amelie.phone());

            dispatcher
                    .open("/admin/demandes/" + request.id())
                    .reads("Avis aux remplaçantes")
                    .reads("Appelée le ");
            manager.open("/remplacements/" + request.id()).reads(amelie.name() + " est appelée");
        }
    }

    private static BoundingBox day(Person manager, int day) {
        Locator cells = manager.page().locator(".week td");
        return cells.nth(day).boundingBox();
    }
}
