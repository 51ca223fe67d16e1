package ca.releve.timesheet.approval;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.timesheet.TimeEntryStatus;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ReturnPagesTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    private Worked worked;
    private Visitor manager;
    private String address;

    @BeforeEach
    void declareADay() {
        worked = hours.submitted(world.client(), 1);
        manager = world.signedIn(worked.client().account());
        address = "/approbation/" + worked.id(0) + "/retour";
    }

    @Test
    void anEntryIsReturnedWithAReasonForTheService() {
        Page shown = manager.get(address);
        assertThat(shown.text())
                .contains("Retourner pour correction", worked.substitute().name());

        Page answer = manager.press("Retourner", Map.of("reason", "Elle est partie à 15 h."));

        assertThat(answer.location()).hasValue("/approbation");
        assertThat(manager.follow().text()).contains("Ligne retournée pour correction", "Tout est approuvé");
        assertThat(manager.page().html().select("[autofocus]").attr("role"))
                .as("the confirmation has the focus, never the next « Approuver »")
                .isEqualTo("status");
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.RETURNED);
        assertThat(manager.get("/approbation/" + worked.id(0)).text())
                .contains("Heures retournées pour correction, pour le lundi 2 mars 2026.", "Elle est partie à 15 h.");
        Visitor dispatcher = world.signedIn(world.dispatcher());
        assertThat(dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie").text())
                .contains("« Elle est partie à 15 h. »");
    }

    @ParameterizedTest
    @ValueSource(strings = {"   ", "\u00A0", "\u200B\u3164"})
    void anEntryIsNotReturnedWithoutAVisibleReason(String reason) {
        manager.get(address);

        Page page = manager.press("Retourner", Map.of("reason", reason));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Erreur : ");
        assertThat(page.problems()).containsExactly("Dites pourquoi");
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
    }

    @Test
    void returningToTheListKeepsItsFilter() {
        String list = "/approbation?semaine=2026-03-02";
        manager.get(list);
        manager.get(address);
        assertThat(manager.page().html().selectFirst("a.back-link").attr("href"))
                .isEqualTo(list);

        assertThat(manager.press("Retourner", Map.of("reason", "Motif")).location())
                .hasValue(list);
    }

    @Test
    void aReturnSubmittedTwiceIsAppliedOnce() {
        Page shown = manager.get(address);

        Page first = manager.press(shown, "Retourner", Map.of("reason", "Motif"));
        Page second = manager.press(shown, "Retourner", Map.of("reason", "Motif"));

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(manager.get("/approbation/" + worked.id(0)).html().select(".timeline li"))
                .hasSize(1);
    }

    @Test
    void anEntryApprovedMeanwhileIsNotReturnedAndTheReasonIsShownAgain() {
        Page shown = manager.get(address);
        hours.approve(worked.id(0), world.actor(worked.client().account()));

        Page answer = manager.press(shown, "Retourner", Map.of("reason", "Elle est partie à 15 h."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Motif", "Elle est partie à 15 h.");
        assertThat(manager.get(address).location()).hasValue("/approbation/" + worked.id(0));
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.APPROVED);
    }
}
