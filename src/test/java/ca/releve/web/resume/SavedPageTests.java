package ca.releve.web.resume;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page that the user is redirected to after the sign-in. */
@PortalTest
class SavedPageTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Covers("WEB-14")
    void anAddressThatIsTooLongIsNotSaved() {
        String longOne = "/remplacements?texte=" + "x".repeat(4_000);
        Visitor visitor = world.stranger();

        assertThat(visitor.get(longOne).location()).hasValue("/connexion");

        assertThat(jdbc.sql("""
                        select count(*) from spring_session_attributes
                         where position(convert_to(:part, 'UTF8') in attribute_bytes) > 0
                        """)
                        .param("part", "x".repeat(100))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A browser requests icons by itself while it shows the sign-in page. */
    @Test
    @Covers("WEB-14")
    void onlyAPageIsSavedAsTheTargetAfterTheSignIn() {
        Account account = world.client().account();
        Visitor visitor = world.stranger();
        visitor.get("/remplacements?statut=TOUS");
        visitor.get("/apple-touch-icon.png");
        visitor.get("/n/existe/pas");
        visitor.get("/connexion");

        visitor.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));

        assertThat(visitor.page().location()).hasValue("/remplacements?statut=TOUS");
    }
}
