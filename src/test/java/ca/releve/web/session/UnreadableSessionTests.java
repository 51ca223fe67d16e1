package ca.releve.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session that another version of the portal wrote, as while two versions run beside each other: what cannot be read is no session,
 * and never an error.
 */
@PortalTest
@Covers("OPS-19")
class UnreadableSessionTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aClassThatThisVersionDoesNotHaveSignsOut() throws IOException {
        byte[] former = serialized();

        signsOut(replaced(former, "Former", "Absent"));
    }

    @Test
    void aClassWithAnotherShapeSignsOut() throws IOException {
        byte[] former = serialized();
        // The serialVersionUID stands behind the name of the class.
        int name = new String(former, StandardCharsets.ISO_8859_1).indexOf("Former");
        former[name + "Former".length()] ^= 1;

        signsOut(former);
    }

    @Test
    void bytesThatAreNoObjectSignOut() {
        signsOut(new byte[] {1, 2, 3});
    }

    @Test
    void aFormOfSuchASessionChangesNothing() {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());
        Visitor.Page form = manager.get("/mon-compte/sessions");
        store(client, new byte[] {1, 2, 3});

        manager.press(form, "Mettre fin à toutes mes sessions", Map.of());

        assertThat(manager.page().status()).isLessThan(500);
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
    }

    private void signsOut(byte[] attribute) {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        store(client, attribute);

        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");

        assertThat(manager.get("/connexion").status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = ?")
                        .param(client.account().id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(world.signedIn(manager, client.account().email(), false)
                        .get("/remplacements")
                        .status())
                .isEqualTo(200);
    }

    private void store(SomeClient client, byte[] attribute) {
        int stored = jdbc.sql("""
                        insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                        select primary_id, 'former', ? from spring_session where principal_name = ?
                        """)
                .param(attribute)
                .param(client.account().id().toString())
                .update();
        assertThat(stored).isOne();
    }

    private static byte[] serialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new Former());
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String word, String by) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(word, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What a session of another version holds. */
    private static final class Former implements Serializable {

        private static final long serialVersionUID = 1;
    }
}
