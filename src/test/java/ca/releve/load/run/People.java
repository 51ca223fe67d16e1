package ca.releve.load.run;

import ca.releve.testing.SoftKey;
import ca.releve.testing.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Signs users of a filled database in by the pages of the portal: managers with a password, staff with a passkey besides. */
final class People {

    private static final String PHRASE = "la marée monte à midi";

    private final JdbcClient data;
    private final Addresses addresses;
    private final SoftKey passkey;

    /** @param data as superuser */
    People(JdbcClient data) {
        this.data = data;
        this.addresses = new Addresses(data);
        UUID administrator = addresses.administrator();
        this.passkey = SoftKey.of(administrator);
        passkey.register(data, administrator, "Ordinateur du bureau", Instant.now());
        String hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PHRASE);
        data.sql("update account set password_hash = ? where id in (?, ?)")
                .params(hash, administrator, addresses.manager())
                .update();
    }

    Addresses addresses() {
        return addresses;
    }

    Visitor signedIn(App portal, Role role) {
        Visitor visitor = new Visitor(portal.port());
        visitor.get("/connexion");
        if (role == Role.STRANGER) {
            return visitor;
        }
        UUID account = role == Role.MANAGER ? addresses.manager() : addresses.administrator();
        visitor.press("Se connecter", Map.of("email", emailOf(account), "password", PHRASE));
        if (role == Role.ADMINISTRATOR) {
            showPasskey(visitor, "http://localhost:" + portal.port());
        }
        String home = role == Role.MANAGER ? "/remplacements" : "/admin/demandes";
        if (visitor.get(home).status() != 200) {
            throw new IllegalStateException("Sign-in was refused: " + visitor.page());
        }
        return visitor;
    }

    private void showPasskey(Visitor visitor, String origin) {
        Visitor.Page shown = visitor.get("/connexion/cle");
        String options = visitor.post("/connexion/cle/options", Map.of()).body();
        visitor.press(shown, "Utiliser ma clé d’accès", Map.of("credential", passkey.sign(options, origin)));
    }

    private String emailOf(UUID account) {
        return data.sql("select email from account where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }
}
