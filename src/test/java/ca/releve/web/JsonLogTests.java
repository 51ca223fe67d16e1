package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of the log of a deployment: JSON in the words of the Elastic Common Schema. */
@PortalTest
@Covers("OPS-14")
class JsonLogTests {

    private static final Logger log = (Logger) LoggerFactory.getLogger(JsonLogTests.class);

    @Autowired
    World world;

    @Autowired
    Environment environment;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> console = new OutputStreamAppender<>();

    @BeforeEach
    void listen() {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setFormat(environment.getRequiredProperty("logging.structured.format.console"));
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        console.setContext(root.getLoggerContext());
        console.setEncoder(encoder);
        console.setOutputStream(written);
        console.start();
        root.addAppender(console);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(console);
        console.stop();
    }

    @Test
    void aLineOfARequestHasItsNumberItsAccountAndItsClientByIdOnly() {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());

        manager.get("/remplacements/" + UUID.randomUUID());

        JsonNode line = line("malicious_direct_reference");
        assertThat(line.at("/http/request/id").asString()).matches("[0-9a-f]{12}");
        assertThat(line.at("/user/id").asString())
                .isEqualTo(client.account().id().toString());
        assertThat(line.at("/organization/id").asString())
                .isEqualTo(client.client().id().toString());
        assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(line.at("/service/name").asString()).isEqualTo("releve");
        assertThat(line.at("/@timestamp").asString()).endsWith("Z");
        assertThat(Instant.parse(line.at("/@timestamp").asString())).isNotNull();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .doesNotContain(
                        client.account().email(),
                        client.client().name(),
                        manager.cookie("__Host-SESSION").orElseThrow());
    }

    @Test
    void aLineOutsideOfARequestNamesNobody() {
        world.signedIn(world.client().account()).get("/remplacements");

        log.info("A line of no request");

        JsonNode line = line("A line of no request");
        assertThat(line.at("/http").isMissingNode()).isTrue();
        assertThat(line.at("/user").isMissingNode()).isTrue();
        assertThat(line.at("/organization").isMissingNode()).isTrue();
    }

    @Test
    void lineEndsAndControlCharactersStayWithinTheirLine() {
        String forged = "{\"message\":\"authn_login_success\"}";
        for (String end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085", "\u001b[2J", "\u202e")) {
            written.reset();
            log.warn("Address /x{}", end + forged, new IllegalStateException("/y" + end + forged));

            assertThat(written.toString(StandardCharsets.UTF_8).split("\n"))
                    .noneMatch(text -> text.matches(".*[\\p{Cc}\u2028\u202e].*"));
            JsonNode line = line("Address /x");
            assertThat(line.at("/message").asString()).endsWith(forged);
            assertThat(line.at("/error/type").asString()).isEqualTo(IllegalStateException.class.getName());
            assertThat(line.at("/error/message").asString()).startsWith("/y").endsWith(forged);
        }
    }

    /** The only line with this text; each line is a JSON object. */
    private JsonNode line(String text) {
        List<JsonNode> lines = written.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.at("/message").asString().contains(text))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
