package ca.releve.signin;

import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.Map;

/** Signs in and requests links in tests. */
public final class Doors {

    public static final String WRONG = "un mot de passe inexact";

    private Doors() {}

    /** @return the answer to the form; a correct password does not redirect to {@code /connexion?refus} */
    public static Page signIn(Visitor visitor, String email, String password) {
        Page shown = visitor.get("/connexion");
        return visitor.press(shown, "Se connecter", Map.of("email", email, "password", password));
    }

    /** Signs in with a wrong password, each time from another address. */
    public static void fail(World world, String email, int times) {
        for (int i = 0; i < times; i++) {
            signIn(world.stranger(), email, WRONG);
        }
    }

    /** Whether this password signs in with this browser; the session cookie is removed afterwards. */
    public static boolean opens(Visitor visitor, String email, String password) {
        return signIn(visitor, email, password).location().filter("/"::equals).isPresent();
    }

    public static Page forgotten(Visitor visitor, String email) {
        visitor.get("/compte/mot-de-passe-oublie");
        return visitor.press("Recevoir un lien", Map.of("email", email));
    }

    public static Page reset(Visitor visitor, String path, String password) {
        visitor.get(path);
        return visitor.press("Enregistrer le mot de passe", Map.of("password", password));
    }
}
