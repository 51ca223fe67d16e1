package ca.releve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Secrets.Kind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTests {

    private static final String KEY = "pX9-fQ2_mL7kV0bZ4tR8nC1sW6yD3aH5gJ7uE9oI2_A";

    @ParameterizedTest
    @ValueSource(strings = {"une phrase assez longue", KEY, "déjà vu & <bien>"})
    void theScannerFindsASecretInEveryEncoding(String secret) throws IOException {
        for (String written : List.of(
                secret,
                "…" + secret + "…",
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                "\\x00" + HexFormat.of().formatHex(("avant " + secret).getBytes(StandardCharsets.UTF_8)) + "ff")) {
            assertThat(found(secret, "x".repeat(1000) + written + "\n")).hasSize(1);
            assertThat(found(secret, written)).as("at the very beginning").hasSize(1);
        }
        assertThat(found(secret, secret.substring(1) + "|" + secret.substring(0, secret.length() - 1)))
                .isEmpty();
    }

    @Test
    void theScannerFindsTheBytesOfABase64Key() throws IOException {
        String bytes =
                HexFormat.of().formatHex(Base64.getUrlDecoder().decode(KEY)).substring(0, 60);
        assertThat(found(KEY, "\\x" + bytes + "0000")).hasSize(1);
    }

    private static List<String> found(String secret, String text) throws IOException {
        SecretScanner scanner = new SecretScanner(Map.of(Kind.TOKEN, Set.of(secret))).in("a text");
        scanner.write(text.getBytes(StandardCharsets.UTF_8));
        return scanner.found();
    }
}
