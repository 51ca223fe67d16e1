package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class HelpPageTests {

    private static final int LARGEST_PICTURE = 60_000;

    @Autowired
    World world;

    @Test
    void theHelpWalksTheStepsOfTheGuideByTheirNames() {
        String text = world.stranger().get("/aide").text();

        assertThat(text)
                .containsSubsequence(
                        "« Créer un compte »",
                        "prénom",
                        "nom",
                        "courriel",
                        "mot de passe",
                        "« Confirmer mon compte »",
                        "« Nouveau remplacement »",
                        "Installation, Fonction du remplaçant, Groupe d’âge, Tâche à exécuter, Qualifié ou non",
                        "« Enregistrer »",
                        "« Horaire »",
                        "« Définir l’horaire »",
                        "« OK »",
                        "« Liste des remplacements »",
                        "« Rafraîchir »",
                        "« Approbation des heures »",
                        "« Approuver »",
                        "« Modifier »",
                        "-1,00 dans « Ajustement »",
                        "« Oui » à Repas",
                        "note justificative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyStepHasASmallPictureThatSaysWhatItShows(String language) {
        Visitor visitor = world.stranger();
        Page page = visitor.get("/aide?langue=" + language);
        List<String> pictures = page.html().select("main img").eachAttr("src");

        assertThat(pictures).hasSize(6);
        assertThat(page.html().select("main img").eachAttr("alt"))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        for (String picture : pictures) {
            assertThat(visitor.get(picture).status()).as(picture).isEqualTo(200);
            assertThat(visitor.page().header("Content-Type")).hasValue("image/png");
            assertThat(Integer.parseInt(visitor.page().header("Content-Length").orElseThrow()))
                    .as(picture)
                    .isLessThan(LARGEST_PICTURE);
        }
    }

    @Test
    void theHelpSaysHowToReachTheService() {
        Page page = world.stranger().get("/aide");

        assertThat(page.html().select("#contact a[href^=tel:]")).hasSize(1);
        assertThat(page.html().select("#contact a[href^=mailto:]").text()).isEqualTo("service@example.test");
    }

    @Test
    void everyFooterLinksToTheHelp() {
        for (Visitor visitor : List.of(
                world.stranger(), world.signedIn(world.client().account()), world.signedIn(world.dispatcher()))) {
            assertThat(visitor.get("/accessibilite")
                            .html()
                            .select("footer a[href=/aide]")
                            .text())
                    .isEqualTo("Aide");
        }
    }
}
