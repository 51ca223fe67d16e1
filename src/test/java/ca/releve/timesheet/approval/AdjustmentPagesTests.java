package ca.releve.timesheet.approval;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.TimeEntryStatus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class AdjustmentPagesTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    private Worked worked;
    private Visitor manager;
    private String address;

    @BeforeEach
    void declareADayOf7AndAHalfHours() {
        worked = hours.submitted(world.client(), 1);
        manager = world.signedIn(worked.client().account());
        address = "/approbation/" + worked.id(0) + "/modification";
    }

    @Test
    void thePageShowsWhatWasPlannedDeclaredAndIsFinal() {
        Page page = manager.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().selectFirst("h1").text()).isEqualTo("Modifier les heures");
        assertThat(page.html().select("dl.compare dt").eachText())
                .containsExactly("Prévu", "Déclaré", "Ajustement", "Final");
        assertThat(page.html().selectFirst("output[data-final]").attr("data-declared"))
                .isEqualTo("7.50");
        assertThat(page.html().selectFirst("input[name=direction][value=ADD]").hasAttr("checked"))
                .isTrue();
        assertThat(page.html().selectFirst("input[name=adjustment]").attr("inputmode"))
                .isEqualTo("decimal");
        assertThat(page.html().select("input[name=meal][checked]").val()).isEqualTo("false");
    }

    @Test
    void minusOneRemovesAnHourAsTheGuideSays() {
        adjust("Enregistrer", Map.of("adjustment", "-1,00", "note", "Partie à 15 h 30."));

        assertThat(manager.page().location()).hasValue("/approbation");
        assertThat(manager.follow().html().select("[role=status]").text())
                .isEqualTo("Ajustement enregistré : " + worked.substitute().name()
                        + ", lun. 2 mars, 6,50 h au final. La ligne reste à approuver.");
        assertThat(manager.page().html().selectFirst("tbody tr:not(.row-group)").text())
                .contains("−1,00", "6,50", "« Partie à 15 h 30. »");
        TimeEntry entry = hours.get(worked.id(0));
        assertThat(entry.status()).isEqualTo(TimeEntryStatus.SUBMITTED);
        assertThat(entry.hours().finalMinutes()).isEqualTo(390);
        assertThat(entry.hours().declaration().time().minutes()).isEqualTo(450);
    }

    @Test
    void oneAddsAnHourAsTheGuideSays() {
        adjust("Enregistrer", Map.of("adjustment", "1,00", "note", "Restée plus tard."));

        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(510);
    }

    @Test
    void hoursAreAcceptedInCommonNotations() {
        int before = 450;
        for (Map.Entry<String, Integer> typed : Map.of(
                        "-1.00", -60, "−1", -60, "+0,25", 15, "0,25", 15, "–0:30", -30, "1 h 15", 75)
                .entrySet()) {
            adjust("Enregistrer", Map.of("adjustment", typed.getKey(), "note", "Note"));
            assertThat(manager.page().status()).as(typed.getKey()).isEqualTo(303);
            before += typed.getValue();
            assertThat(hours.get(worked.id(0)).hours().finalMinutes())
                    .as(typed.getKey())
                    .isEqualTo(before);
        }
    }

    @Test
    void withoutASignTheChosenDirectionApplies() {
        adjust("Enregistrer", Map.of("direction", "REMOVE", "adjustment", "0,50", "note", "Note"));
        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(420);

        adjust("Enregistrer", Map.of("direction", "REMOVE", "adjustment", "-0,50", "note", "Note"));
        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(390);
    }

    @Test
    void aPlusSignContradictsRetirer() {
        Page page = adjust("Enregistrer", Map.of("direction", "REMOVE", "adjustment", "+0,50", "note", "Note"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly("Vous avez choisi Retirer et inscrit un signe + : gardez l’un des deux");
    }

    @Test
    void aMinusThatWasTypedIsShownAsRetirerWhenTheFormComesBack() {
        Page page = adjust("Enregistrer", Map.of("adjustment", "-1,00", "note", ""));

        assertThat(page.problems()).containsExactly("Inscrivez une note justificative");
        assertThat(page.html().select("input[name=direction][checked]").val()).isEqualTo("REMOVE");
        assertThat(page.html().selectFirst("#adjustment").val()).isEqualTo("-1,00");
    }

    @Test
    void afterAnAdjustmentTheConfirmationHasTheFocusAndNoButton() {
        adjust("Enregistrer", Map.of("adjustment", "-1,00", "note", "Partie à 15 h 30."));
        Page list = manager.follow();

        assertThat(list.html().select("[autofocus]")).hasSize(1);
        assertThat(list.html().selectFirst("[autofocus]").attr("role")).isEqualTo("status");
        assertThat(list.html().selectFirst("[autofocus]").attr("tabindex")).isEqualTo("-1");
    }

    @Test
    void invalidInputIsShownAgainUnchanged() {
        for (String typed : new String[] {"1,234", "7,5,5", "une heure", "1;5"}) {
            Page page = adjust("Enregistrer", Map.of("adjustment", typed, "note", "Ma note"));

            assertThat(page.status()).as(typed).isEqualTo(422);
            assertThat(page.title()).startsWith("Erreur : Modifier les heures");
            assertThat(page.problems()).containsExactly("Inscrivez un nombre d’heures, par exemple 1,00 ou -0,25");
            assertThat(page.html().selectFirst("#adjustment").val()).isEqualTo(typed);
            assertThat(page.html().selectFirst("#adjustment").attr("aria-describedby"))
                    .isEqualTo("adjustment-hint adjustment-error");
            assertThat(page.html().selectFirst("#note").text()).isEqualTo("Ma note");
        }
        assertThat(hours.get(worked.id(0)).adjustments()).isEmpty();
    }

    @Test
    void aNoteIsMandatoryAlsoForTheMealAlone() {
        Page page = adjust("Enregistrer", Map.of("meal", "true"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Inscrivez une note justificative");
        assertThat(page.html().select("input[name=meal][checked]").val()).isEqualTo("true");

        manager.press("Enregistrer", Map.of("note", "Elle a mangé avec le groupe."));
        assertThat(hours.get(worked.id(0)).hours().meal()).isTrue();
        assertThat(hours.get(worked.id(0)).hours().declaration().meal()).isFalse();
        assertThat(manager.get("/approbation/" + worked.id(0)).text())
                .contains("Repas changé pour le lundi 2 mars 2026 : Oui au lieu de Non.", "Oui (déclaré : Non)");
    }

    @Test
    void problemsAreReportedInTheOrderOfThePage() {
        Page page = adjust("Enregistrer", Map.of());

        assertThat(page.problems())
                .containsExactly("Inscrivez un ajustement ou changez le repas", "Inscrivez une note justificative");
        assertThat(page.html().select("[data-problems] a").eachAttr("href")).containsExactly("#adjustment", "#note");
    }

    @Test
    void ninetyNineHundredthsAreRefusedWithTheNearestWholeMinutes() {
        for (Map.Entry<String, String> typed : Map.of(
                        "0,99", "0,98 ou 1,00", "-0,99", "0,98 ou 1,00", "1,01", "1,00 ou 1,02", "0,36", "0,35 ou 0,37")
                .entrySet()) {
            Page page = adjust("Enregistrer", Map.of("adjustment", typed.getKey(), "note", "Note"));

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.problems())
                    .containsExactly("Les heures se comptent en minutes entières : inscrivez " + typed.getValue());
            assertThat(page.html().selectFirst("#adjustment").val()).isEqualTo(typed.getKey());
        }
        assertThat(adjust("Enregistrer", Map.of("adjustment", "0,98", "note", "Note"))
                        .status())
                .isEqualTo(303);
        assertThat(hours.get(worked.id(0)).hours().adjustedMinutes()).isEqualTo(59);
    }

    @Test
    void refusedHoursComeBackAsTheyWereTyped() {
        for (String typed : new String[] {"0", "25", "-25", "+25", "25 h"}) {
            Page page = adjust("Enregistrer", Map.of("adjustment", typed, "note", "Note"));

            assertThat(page.status()).as(typed).isEqualTo(422);
            assertThat(page.html().selectFirst("#adjustment").val()).isEqualTo(typed);
        }
    }

    @Test
    void anAdjustmentIsNeverZero() {
        assertThat(adjust("Enregistrer", Map.of("adjustment", "0,00", "meal", "true", "note", "Note"))
                        .problems())
                .containsExactly(
                        "L’ajustement ne peut pas être 0 : laissez le champ vide pour ne changer que le repas");
    }

    @Test
    void theFinalHoursAreBetween0And24() {
        assertThat(adjust("Enregistrer", Map.of("adjustment", "-9,00", "note", "Note"))
                        .problems())
                .containsExactly("Le final doit être entre 0,00 et 24,00 heures : il serait de −1,50");
        assertThat(adjust("Enregistrer", Map.of("adjustment", "17", "note", "Note"))
                        .problems())
                .containsExactly("Le final doit être entre 0,00 et 24,00 heures : il serait de 24,50");
        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(450);
    }

    @Test
    void oneButtonAdjustsAndApproves() {
        adjust("Enregistrer et approuver", Map.of("adjustment", "-1", "note", "Partie tôt."));

        TimeEntry entry = hours.get(worked.id(0));
        assertThat(entry.status()).isEqualTo(TimeEntryStatus.APPROVED);
        assertThat(entry.hours().finalMinutes()).isEqualTo(390);
        assertThat(manager.follow().text()).contains("Ajustement enregistré et heures approuvées");
        assertThat(manager.get(address).location()).hasValue("/approbation/" + worked.id(0));
        assertThat(manager.follow()
                        .html()
                        .select("section[aria-labelledby=ajustements]")
                        .text())
                .contains("−1,00 h « Partie tôt. »", worked.client().account().name());
    }

    @Test
    void returningToTheListKeepsItsFilter() {
        String list = "/approbation?semaine=2026-03-02";
        manager.get(list);
        manager.get(address);
        assertThat(manager.page().html().selectFirst("a.back-link").attr("href"))
                .isEqualTo(list);
        assertThat(manager.page().html().select(".actions a").attr("href")).isEqualTo(list);

        Page answer = manager.press("Enregistrer", Map.of("adjustment", "-1,00", "note", "Partie tôt."));

        assertThat(answer.location()).hasValue(list);
    }

    @Test
    void anAdjustmentSubmittedTwiceIsAppliedOnce() {
        Page shown = manager.get(address);
        Map<String, String> typed = Map.of("adjustment", "-7,00", "note", "Partie tôt.");

        Page first = manager.press(shown, "Enregistrer", typed);
        Page second = manager.press(shown, "Enregistrer", typed);

        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(hours.get(worked.id(0)).adjustments()).hasSize(1);
    }

    @Test
    void theSecondOfTwoAdjustmentsSeesTheChangeAndKeepsItsInput() {
        Page shown = manager.get(address);
        Visitor colleague = world.signedIn(worked.client().account());
        colleague.get(address);
        colleague.press("Enregistrer", Map.of("adjustment", "-1", "note", "Partie à 15 h 30."));

        Page answer = manager.press(shown, "Enregistrer", Map.of("adjustment", "0,25", "note", "Restée plus tard."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains("Quelqu’un d’autre a changé cette ligne entre-temps", "« Partie à 15 h 30. »");
        assertThat(answer.html().selectFirst("#adjustment").val()).isEqualTo("0,25");
        assertThat(answer.html().selectFirst("#note").text()).isEqualTo("Restée plus tard.");
        assertThat(answer.html().selectFirst(".compare-final").text()).contains("6,50");
        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(390);

        manager.press("Enregistrer");
        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(405);
    }

    @Test
    void anEntryApprovedMeanwhileIsNotAdjustedAndTheInputIsKept() {
        Page shown = manager.get(address);
        hours.approve(worked.id(0), world.actor(worked.client().account()));

        Page answer = manager.press(shown, "Enregistrer", Map.of("adjustment", "0,25", "note", "Restée plus tard."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Restée plus tard.", "0,25");
        manager.click("Revoir la page à jour");
        assertThat(manager.page().location()).hasValue("/approbation/" + worked.id(0));
    }

    @Test
    void unknownFieldsChangeNothing() {
        manager.get(address);
        manager.post(
                address,
                Map.of(
                        "submissionId", UUID.randomUUID(),
                        "version", hours.get(worked.id(0)).version(),
                        "adjustment", "-1",
                        "note", "Note",
                        "status", "LOCKED",
                        "clientId", UUID.randomUUID(),
                        "adjustedMinutes", "900"));

        TimeEntry entry = hours.get(worked.id(0));
        assertThat(entry.hours().finalMinutes()).isEqualTo(390);
        assertThat(entry.status()).isEqualTo(TimeEntryStatus.SUBMITTED);
    }

    @Test
    void textIsStoredAndShownUnchanged() {
        String note = "L’élève <script>alert(1)</script> « été » 😀 & ${7*7}";
        adjust("Enregistrer", Map.of("adjustment", "-1", "note", note));

        assertThat(manager.get("/approbation").text()).contains(note);
        assertThat(manager.get("/approbation/" + worked.id(0)).text()).contains(note);
        assertThat(manager.page().html().select("main script")).isEmpty();
    }

    @Test
    void theHistoryIsAvailableInEnglish() {
        adjust("Enregistrer et approuver", Map.of("adjustment", "-1", "meal", "true", "note", "Partie tôt."));

        assertThat(manager.get("/approbation/" + worked.id(0) + "?langue=en").status())
                .isLessThan(400);
        Page page = manager.page().status() == 200 ? manager.page() : manager.follow();
        assertThat(page.text())
                .contains(
                        "Hours approved for Monday, March 2, 2026: 6.50 h, meal: Yes.",
                        "Adjustment of −1.00 h for Monday, March 2, 2026: the final goes from 7.50 to 6.50 h; meal: Yes"
                                + " instead of No.");
    }

    private Page adjust(String button, Map<String, String> typed) {
        manager.get(address);
        return manager.press(button, typed);
    }
}
