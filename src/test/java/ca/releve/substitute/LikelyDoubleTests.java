package ca.releve.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.ClientManager;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class LikelyDoubleTests {

    private static final String OFFICE = "819 ";
    private static final String OTHER = "C’est quelqu’un d’autre, je l’ajoute";

    @Autowired
    World world;

    String number;
    String phone;
    Substitute known;
    Visitor staff;

    @BeforeEach
    void knowSomebody() {
        number = String.valueOf(System.nanoTime());
        String digits = number.substring(number.length() - 7);
        phone = "418 " + digits.substring(0, 3) + "-" + digits.substring(3);
        known = world.save(
                new Substitute("Noëlla", "Lacœur-Roy " + number, "noella." + number + "@example.test", phone, true));
        staff = world.signedIn(world.administrator());
    }

    @Test
    void aNewSubstituteWithTheNameOfAnotherIsPointedOutAndSavedWhenTicked() {
        Map<String, Object> typed =
                substitute("NOELLA", "Lacoeur Roy " + number, "autre", OFFICE + number.substring(number.length() - 7));

        Page asked = add(typed);

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".error-summary a").attr("href")).isEqualTo("#saveAnyway");
        assertThat(asked.html()
                        .select("a[href=/admin/remplacantes/" + known.id() + "]")
                        .text())
                .isEqualTo(known.name());
        assertThat(asked.text()).contains(known.email(), phone, OTHER);
        assertThat(asked.html().select("#lastName").val()).isEqualTo("Lacoeur Roy " + number);

        Map<String, Object> ticked = new HashMap<>(typed);
        ticked.put("saveAnyway", "true");
        assertThat(staff.press("Enregistrer", ticked).status()).isEqualTo(303);
    }

    @Test
    void aNewSubstituteWithThePhoneOfAnotherIsPointedOutHoweverItIsWritten() {
        for (String written : List.of(phone.replaceAll("\\D", ""), "+1 " + phone, "1-" + phone.replace(" ", "."))) {
            Page asked = add(substitute("Rita", "Autre " + number, "rita", written));

            assertThat(asked.status()).as(written).isEqualTo(422);
            assertThat(asked.html().select("a[href=/admin/remplacantes/" + known.id() + "]"))
                    .isNotEmpty();
        }
    }

    @Test
    void anAddressIsOnePersons() {
        Map<String, Object> typed = new HashMap<>(
                substitute("Rita", "Autre " + number, "x", OFFICE + number.substring(number.length() - 7)));
        typed.put("email", known.email().toUpperCase());

        Page refused = add(typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".error-summary a").text())
                .isEqualTo("Cette adresse est déjà celle d’une autre remplaçante");
        assertThat(refused.html().select("a[href=/admin/remplacantes/" + known.id() + "]"))
                .isNotEmpty();

        Substitute other = world.substitute();
        staff.get("/admin/remplacantes/" + other.id() + "/modification");
        assertThat(staff.press("Enregistrer", Map.of("email", known.email())).status())
                .isEqualTo(422);
    }

    @Test
    void whoResemblesNobodyIsSavedAtOnce() {
        assertThat(add(substitute("Rita", "Seule " + number, "rita", OFFICE + number.substring(number.length() - 7)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aNewManagerWithTheNameOfAnotherIsPointedOut() {
        SomeClient client = world.client();
        ClientManager manager = client.manager();
        staff.get("/admin/clients/" + client.client().id() + "/gestionnaires/nouvelle");
        Map<String, Object> typed = Map.of(
                "firstName",
                "MARIE",
                "lastName",
                manager.lastName().toUpperCase(),
                "email",
                "m." + number + "@example.test",
                "phone",
                "");

        Page asked = staff.press("Enregistrer", typed);

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html()
                        .select("main a[href$=/gestionnaires/" + manager.id() + "]")
                        .text())
                .isEqualTo(manager.name());
        assertThat(staff.press("Enregistrer", Map.of("saveAnyway", "true")).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "élise@exemple.ca",
                "a..b@exemple.ca",
                "a b@exemple.ca",
                "a@b",
                "a@exemple_x.ca",
                "a@-x.ca",
                ".a@x.ca"
            })
    void anAddressThatTheFormOfAManagerRefusesIsRefusedByTheFormOfASubstitute(String address) {
        Map<String, Object> typed = new HashMap<>(
                substitute("Rita", "Autre " + number, "x", OFFICE + number.substring(number.length() - 7)));
        typed.put("email", address);
        assertThat(add(typed).html().select(".error-summary a").attr("href")).isEqualTo("#email");

        staff.get("/admin/clients/" + world.client().client().id() + "/gestionnaires/nouvelle");
        staff.press("Enregistrer", Map.of("firstName", "Rita", "lastName", "Autre", "email", address));
        assertThat(staff.page().html().select(".error-summary a").attr("href")).isEqualTo("#email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPE \u202Eerèimul", "CPE\u0007 Lumière", "CPE \u2066Lumière"})
    void namesOfClientsPlacesAndFunctionsRefuseControlAndDirectionSigns(String name) {
        staff.get("/admin/clients/nouveau");
        assertThat(staff.press("Enregistrer", Map.of("name", name)).status()).isEqualTo(422);

        staff.get("/admin/clients/" + world.client().client().id() + "/installations/nouvelle");
        staff.press("Enregistrer", Map.of("name", name, "street", "1, rue A", "city", "Québec"));
        assertThat(staff.page().html().select(".error-summary a").attr("href")).isEqualTo("#name");

        staff.get("/admin/listes/fonctions/nouveau");
        staff.press("Enregistrer", Map.of("nameFr", name, "nameEn", name));
        assertThat(staff.page().status()).isEqualTo(422);
    }

    private Page add(Map<String, Object> typed) {
        staff.get("/admin/remplacantes/nouvelle");
        return staff.press("Enregistrer", typed);
    }

    private Map<String, Object> substitute(String firstName, String lastName, String email, String phone) {
        return Map.of(
                "firstName", firstName,
                "lastName", lastName,
                "email", email + "." + number + "@example.test",
                "phone", phone,
                "qualified", "true");
    }
}
