package ca.releve.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.TimeEntryStatus;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class HoursBrowserTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Test
    void aWeekIsApprovedOnAPhoneWithoutLosingTheScrollPosition() {
        Worked worked = hours.worked(world.client(), 5);
        for (int day : List.of(0, 1, 3, 4)) {
            hours.submitAsPlanned(worked.id(day));
        }
        hours.submitLonger(worked.id(2), 30, "Restée jusqu’au dernier parent.");
        try (Person manager = Person.onAPhone(world).signIn(worked.client().account())) {
            manager.open("/approbation");
            manager.press("Approuver les 4 lignes sans différence de "
                    + worked.substitute().name() + ", " + worked.request().code());
            assertThat(manager.page().getByRole(AriaRole.STATUS)).containsText("4 lignes approuvées");
            manager.press(button("Approuver", worked, "mer. 4 mars"));
            assertThat(manager.page().locator("main")).containsText("Tout est approuvé");
            assertThat(manager.page().locator(".app-nav .count")).hasCount(0);
        }
        assertThat(worked.ids())
                .allSatisfy(id -> assertThat(hours.get(id).status()).isEqualTo(TimeEntryStatus.APPROVED));
    }

    @Test
    void afterALineTheNextOneHasTheFocus() {
        Worked worked = hours.submitted(world.client(), 3);
        try (Person manager = Person.onALaptop(world).signIn(worked.client().account())) {
            manager.open("/approbation");
            Locator first = manager.page().locator("button[name=version]").first();
            first.focus();
            manager.page().keyboard().press("Enter");
            assertThat(manager.page().locator("button[name=version]")).hasCount(2);
            Locator next = manager.page().locator("button[name=version]").first();
            assertThat(next).isFocused();
            assertThat(next).containsText("mar. 3 mars");
            assertThat(manager.path()).isEqualTo("/approbation");
        }
    }

    @Test
    void thePaperSaysTheStateOfEachLineTheFiltersAndWhoPrinted() {
        Worked worked = hours.submitted(world.client(), 2);
        hours.approve(worked.id(0), world.actor(worked.client().account()));
        try (Person manager = Person.onALaptop(world).signIn(worked.client().account())) {
            manager.open("/approbation?statut=ALL");
            manager.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(manager.page().locator(".hours .status")).isVisible();
            assertThat(manager.page().locator(".hours .status + .sub"))
                    .containsText(worked.client().account().name());
            assertThat(manager.page().locator(".hours .cell-actions[data-state]"))
                    .hasAttribute("data-state", "À approuver");
            assertThat(manager.page().locator("#statut")).isVisible();
            assertThat(manager.page().locator(".hours button").first()).isHidden();
            assertThat(manager.page().locator("footer .print-only"))
                    .containsText("par " + worked.client().account().name() + ", "
                            + worked.client().client().name());
        }
    }

    @Test
    void theOtherLanguageKeepsAHalfFilledForm() {
        Worked worked = hours.submitted(world.client(), 1);
        try (Person manager = Person.onALaptop(world).signIn(worked.client().account())) {
            manager.open("/approbation/" + worked.id(0) + "/modification");
            manager.fill("Ajustement", "1,00");
            manager.page().locator("a.lang").click();

            assertThat(manager.page().locator("h1")).containsText("Edit the hours");
            assertThat(manager.page().locator("#adjustment")).hasValue("1,00");
        }
    }

    @Test
    void theFinalHoursAreUpdatedWhileTheUserTypes() {
        Worked worked = hours.submitted(world.client(), 1);
        try (Person manager = Person.onALaptop(world).signIn(worked.client().account())) {
            manager.open("/approbation/" + worked.id(0) + "/modification");
            Locator output = manager.page().locator("[data-final]");
            manager.fill("Ajustement", "1,00");
            assertThat(output).hasText("8,50");
            manager.fill("Ajustement", "-1,00");
            assertThat(output).hasText("6,50");
            manager.fill("Ajustement", "0,33");
            assertThat(output).hasText("7,83");
            manager.tick("Retirer").fill("Ajustement", "0,5");
            assertThat(output).hasText("7,00");
            manager.fill("Ajustement", "+0,5");
            assertThat(output).hasText("–");
            manager.fill("Ajustement", "une");
            assertThat(output).hasText("–");
            manager.fill("Ajustement", "")
                    .fill("Note justificative", "Elle a mangé.")
                    .tick("Oui");
            manager.press("Enregistrer et approuver");
            manager.reads("Ajustement enregistré et heures approuvées");
        }
    }

    @Test
    void onAPhoneAMinusChoosesRetirerAndAfterSavingTheConfirmationHasTheFocus() {
        Worked worked = hours.submitted(world.client(), 3);
        try (Person manager = Person.onAPhone(world).signIn(worked.client().account())) {
            manager.open("/approbation/" + worked.id(0) + "/modification");
            Locator removes = manager.page().locator("#direction-remove");
            Locator output = manager.page().locator("[data-final]");
            manager.fill("Ajustement", "-1,00");
            assertThat(removes).isChecked();
            assertThat(output).hasText("6,50");
            manager.tick("Ajouter");
            assertThat(manager.page().locator("#adjustment")).hasValue("1,00");
            assertThat(output).hasText("8,50");
            manager.fill("Ajustement", "\u22121").fill("Note justificative", "Partie plus tôt.");
            assertThat(removes).isChecked();

            manager.press("Enregistrer");
            assertThat(manager.page().locator(".notice[role=status]")).isFocused();
            assertThat(manager.page().locator(".notice[role=status]")).containsText("6,50 h au final");
            manager.page().keyboard().press("Enter");
            manager.reads("3 lignes à approuver");
        }
        assertThat(worked.ids())
                .allSatisfy(id -> assertThat(hours.get(id).status()).isEqualTo(TimeEntryStatus.SUBMITTED));
    }

    @Test
    @Tag("long")
    void everyPageOfTheHoursIsAccessible() {
        SomeClient client = world.client();
        Worked waiting = hours.worked(client, 5);
        hours.submitAsPlanned(waiting.id(0));
        hours.submitLonger(waiting.id(1), 30, "Restée jusqu’à l’arrivée du dernier parent.");
        hours.submitLonger(waiting.id(2), -60, "");
        hours.change(
                waiting.id(2),
                entry -> entry.adjust(
                        -15, true, "Livraison annulée.", world.actor(client.account()), Clock.systemUTC()));
        Worked approved = hours.submitted(client, 1);
        hours.approve(approved.id(0), world.actor(client.account()));
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open("/approbation").findsItAccessibleAtEveryWidth();
            manager.open("/approbation?statut=ALL&semaine=2026-03-02").findsItAccessibleAtEveryWidth();
            manager.open("/approbation/" + waiting.id(2)).findsItAccessibleAtEveryWidth();
            manager.open("/approbation/" + waiting.id(1) + "/modification").findsItAccessibleAtEveryWidth();
            manager.press("Enregistrer").reads("Il y a un problème").findsItAccessibleAtEveryWidth();
            manager.open("/approbation/" + waiting.id(2) + "/retour").findsItAccessibleAtEveryWidth();
        }
        try (Person dispatcher = Person.onALaptop(world).signIn(world.dispatcher())) {
            dispatcher.open("/admin/heures?client=" + client.client().id()).findsItAccessibleAtEveryWidth();
            dispatcher.open("/admin/heures/" + waiting.id(2)).findsItAccessibleAtEveryWidth();
            dispatcher.open("/admin/heures/" + waiting.id(3) + "/saisie").findsItAccessibleAtEveryWidth();
            dispatcher.press("Remettre").reads("Il y a un problème").findsItAccessibleAtEveryWidth();
            dispatcher.open("/admin/heures/" + approved.id(0) + "/reouverture").findsItAccessibleAtEveryWidth();
        }
    }

    @Test
    void theHoursWorkWithoutScript() {
        Worked worked = hours.submitted(world.client(), 2);
        try (Person manager = Person.withoutScript(world).signIn(worked.client().account())) {
            manager.open("/approbation").press(button("Approuver", worked, "lun. 2 mars"));
            manager.reads("Heures approuvées");
            manager.follow(button("Modifier", worked, "mar. 3 mars"));
            manager.fill("Ajustement", "-1,00").fill("Note justificative", "Partie tôt.");
            manager.press("Enregistrer et approuver").reads("Tout est approuvé");
        }
        assertThat(hours.get(worked.id(1)).hours().finalMinutes()).isEqualTo(390);
    }

    private static String button(String verb, Worked worked, String day) {
        return verb + " " + worked.substitute().name() + ", " + day + ", "
                + worked.request().code();
    }
}
