package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
@Covers("PRIV-08")
class PrivacyPageTests {

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Test
    void thePageNamesEveryCookieAndNoOther() {
        Account account = world.client().account();
        Visitor visitor = world.stranger();
        Set<String> given = new TreeSet<>();
        visitor.get("/connexion?langue=fr");
        given.addAll(names(visitor.page()));
        visitor.press("Se connecter", java.util.Map.of("email", account.email(), "password", World.PASSWORD));
        given.addAll(names(visitor.page()));
        given.addAll(names(visitor.follow()));

        Page page = visitor.get("/confidentialite");
        assertThat(page.html().select("main li").eachText().stream()
                        .map(line -> line.split(" ")[0])
                        .filter(word -> word.matches("[A-Z]{2,}")))
                .containsExactlyInAnyOrderElementsOf(
                        given.stream().map(it -> it.replace("__Host-", "")).toList());
    }

    @Test
    void thePageNamesThePersonResponsibleAndTheTermsOfThePortal() {
        String text = world.stranger().get("/confidentialite").text();

        assertThat(text)
                .contains(
                        "Rosalie Paquet, responsable de la protection des renseignements personnels",
                        SecurityDoc.duration("SESSION_ABSOLUTE").toHours() + " heures au plus",
                        "pendant " + SecurityDoc.duration("DEVICE_KNOWN").toDays() + " jours",
                        "effacés après "
                                + SecurityDoc.duration("SECURITY_EVENTS_KEPT").toDays() + " jours");
    }

    @Test
    void everyFooterLinksToThePage() {
        List<Visitor> people = List.of(
                world.stranger(), world.signedIn(world.client().account()), world.signedIn(world.administrator()));
        Set<String> seen = new TreeSet<>();
        for (Visitor visitor : people) {
            for (Handlers.Handler handler : handlers.all()) {
                if (handler.isGet()) {
                    visitor.get(handler.pattern()
                            .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
                    boolean isPage = visitor.page().body().contains("</html>");
                    if (isPage) {
                        assertThat(visitor.page().html().select("footer a[href=/confidentialite]"))
                                .as(handler.toString())
                                .hasSize(1);
                        seen.add(handler.pattern() + " " + visitor.page().status());
                    }
                }
            }
        }
        assertThat(seen)
                .contains("/connexion 200", "/remplacements 200", "/admin/clients 200", "/remplacements/{id} 404")
                .hasSizeGreaterThan(40);
    }

    private static List<String> names(Page page) {
        return page.headers("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .toList();
    }
}
