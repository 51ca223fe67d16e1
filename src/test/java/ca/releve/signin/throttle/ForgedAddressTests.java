package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tested portal trusts a proxy at 127.0.0.1, and none at 127.0.0.2. */
@PortalTest
class ForgedAddressTests {

    private static final String DIRECT = "127.0.0.2";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Covers("WEB-15")
    void forwardedAddressesAreAcceptedOnlyFromTheTrustedProxy() throws IOException {
        String path = "/compte/confirmation/" + UUID.randomUUID();
        Visitor throughTheProxy = world.stranger().from("2001:db8::7");

        throughTheProxy.get(path);
        assertThat(lastAddress()).isEqualTo("2001:db8::7");

        assertThat(directly(path, "2001:db8::8")).startsWith("HTTP/1.1 410");
        assertThat(lastAddress()).isEqualTo(DIRECT);
    }

    @Test
    @Covers("WEB-15")
    void forgedAddressesAreCountedAsOne() throws IOException {
        for (int i = 0; i < SecurityDoc.number("WRONG_TOKENS_PER_ADDRESS"); i++) {
            assertThat(directly("/compte/confirmation/" + UUID.randomUUID(), "2001:db8::" + i))
                    .startsWith("HTTP/1.1 410");
        }

        assertThat(directly("/compte/confirmation/" + UUID.randomUUID(), "2001:db8::ff"))
                .startsWith("HTTP/1.1 429");
        assertThat(world.stranger()
                        .from("2001:db8::1")
                        .get("/compte/confirmation/x")
                        .status())
                .as("of whose name she made use")
                .isEqualTo(410);
    }

    private String lastAddress() {
        return jdbc.sql("select address from security_event where event = 'authn_token_reuse' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    /** Sends a request without a proxy, with the headers of one. */
    private String directly(String path, String forged) throws IOException {
        int port = URI.create(world.origin()).getPort();
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(DIRECT), 0)) {
            socket.getOutputStream().write("""
                            GET %s HTTP/1.1\r
                            Host: localhost\r
                            Accept: text/html\r
                            X-Forwarded-For: %s\r
                            Forwarded: for="[%2$s]"\r
                            X-Real-IP: %2$s\r
                            Connection: close\r
                            \r
                            """.formatted(path, forged).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
