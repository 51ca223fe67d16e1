package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.security.core.SpringSecurityCoreVersion;

/** What the portal is built from. The build itself refuses older versions: see maven-enforcer-plugin in {@code pom.xml}. */
class SupplyChainTests {

    private static final Path WRAPPER = Path.of(".mvn/wrapper/maven-wrapper.properties");

    @Test
    @Covers("SUP-01")
    void theVersionsAreThoseWithoutKnownVulnerabilities() throws IOException {
        assertThat(version(SpringBootVersion.getVersion())).isGreaterThanOrEqualTo(version("4.1.1"));
        assertThat(version(SpringSecurityCoreVersion.getVersion())).isGreaterThanOrEqualTo(version("7.1.1"));
        assertThat(version(new BouncyCastleProvider().getVersionStr())).isGreaterThanOrEqualTo(version("1.86"));
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains(
                        "org.springframework.boot:*:(,4.1.1)",
                        "org.springframework.security:*:(,7.1.1)",
                        "org.thymeleaf:*:(,3.1.4)",
                        "org.bouncycastle:*:(,1.86)");
    }

    @Test
    @Covers("SUP-01")
    void theWrapperChecksTheMavenThatItDownloads() throws IOException {
        assertThat(Files.readAllLines(WRAPPER)).anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    }

    /** The whole proof, two builds in two time zones, is the end of {@code .ci/run}. */
    @Test
    @Covers("SUP-05")
    void theBuildHasOneTimeAndOneTimeZone() throws IOException {
        assertThat(Arrays.asList(
                        Files.readString(Path.of(".mvn/jvm.config")).strip().split("\\s+")))
                .contains("-Duser.timezone=UTC");
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern("<project.build.outputTimestamp>[0-9TZ:-]+</project.build.outputTimestamp>");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("jar UTC", "jar Asia/Tokyo");
    }

    private static Version version(String text) {
        return Version.parse(text);
    }
}
