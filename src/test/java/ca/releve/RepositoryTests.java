package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The repository contains no credentials: no password, no password hash, no private key (AUTH-22). */
@Covers("AUTH-22")
class RepositoryTests {

    private static final List<Path> DELIVERED = List.of(
            Path.of("src/main"), Path.of("docker-compose.yml"), Path.of("pom.xml"), Path.of(".ci"), Path.of(".mvn"));

    /** The demonstration of the profile {@code local}, which the packaged portal does not contain. */
    private static final Path DEMONSTRATION = Path.of("src/main/resources/application-local.yml");

    private static final Set<String> ALLOWED = Set.of("for-trying-only");

    private static final Set<String> NOT_TEXT = Set.of("png", "svg", "ico", "woff2", "jar");

    private static final String NAME = "(?i)(?:password|passwd|pwd|secret|mot[-_ ]de[-_ ]passe|api[-_]?key)[\\w.-]*";

    private static final List<Pattern> KEYS = List.of(
            // Java, SQL: password = "literal", .password("literal"), password 'literal'
            Pattern.compile(NAME + "[ \\t]*(?:[=(][ \\t]*|:[ \\t]+|[ \\t])[\"']([^\"'\\s]{6,})[\"']"),
            // YAML, environment, properties: password: literal
            Pattern.compile("(?m)^[\\s\\w.-]*?" + NAME + "[\"']?\\s*[:=]\\s*([\\w!#%&*+-]{6,})\\s*$"),
            // An address with a password in it
            Pattern.compile("://[^\\s/:@\"']+:([^\\s/@\"'$]+)@"),
            Pattern.compile("(\\$argon2id?\\$|\\{bcrypt}|\\$2[aby]\\$\\d\\d\\$)[./A-Za-z0-9=,$+]{20,}"),
            Pattern.compile("(BEGIN [A-Z ]*PRIVATE KEY)"));

    @Test
    void theRepositoryContainsNoCredentials() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : DELIVERED) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(RepositoryTests::isText)
                        .toList()) {
                    keys(Files.readString(file, StandardCharsets.UTF_8)).forEach(key -> found.add(file + ": " + key));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String password = \"correcthorse\";",
                "  .password(\"correcthorse\")",
                "create role releve login password 'correcthorse'",
                "  password: correcthorse",
                "SPRING_MAIL_PASSWORD=correcthorse",
                "spring.datasource.password=correcthorse",
                "jdbc:postgresql://releve:correcthorse@host/releve",
                "insert into account values ('$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g')",
                "-----BEGIN RSA PRIVATE KEY-----"
            })
    void aCredentialIsFound(String line) {
        assertThat(keys("# first\n" + line + "\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this.passwordHash = passwordHash;",
                "password: ${SPRING_MAIL_PASSWORD:}",
                "POSTGRES_PASSWORD: for-trying-only",
                "create role releve login password :'portal_password'",
                "passwordParameter(\"password\")"
            })
    void aReferenceToACredentialIsNotReported(String line) {
        assertThat(keys("# first\n" + line + "\n")).isEmpty();
    }

    private static List<String> keys(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : KEYS) {
            Matcher match = pattern.matcher(text);
            while (match.find()) {
                // The name of a form field, a column or a setting.
                boolean name = match.group(1).matches(NAME);
                if (!name && !ALLOWED.contains(match.group(1))) {
                    found.add(match.group().strip());
                }
            }
        }
        return found;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        boolean words = file.toString().contains("/messages/") || name.equals("common-passwords.txt");
        return !words && !file.equals(DEMONSTRATION) && !NOT_TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
