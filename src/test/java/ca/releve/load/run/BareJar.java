package ca.releve.load.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs the bare app: a JVM caches classes from jars only, and the bare app shall start as the portal does. */
final class BareJar {

    private static final Path TEST_CLASSES = Path.of("target", "test-classes");
    private static final List<String> CONTENT = List.of("ca/releve/load/bare", "load/bare");

    private BareJar() {}

    static void write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String folder : CONTENT) {
                for (Path file : filesOf(TEST_CLASSES.resolve(folder))) {
                    out.putNextEntry(new ZipEntry(
                            TEST_CLASSES.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
