package ca.releve.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs checks after the last test of this fork and writes their findings to files, which {@code EndOfRunTests} reads. A fork whose
 * checks throw leaves no file {@link #DONE}, which is a failure as well.
 */
public final class EndOfFork implements LauncherSessionListener {

    public static final String DONE = "done";

    private static final Map<String, Callable<List<String>>> LOOKS = new ConcurrentHashMap<>();

    /**
     * Adds a check that runs at the end of this fork.
     *
     * @param name name of the file in {@link Fork#DIRECTORY} for the findings
     */
    static void look(String name, Callable<List<String>> look) {
        LOOKS.put(name, look);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Files.createDirectories(Fork.DIRECTORY);
            Files.deleteIfExists(Fork.DIRECTORY.resolve(DONE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            for (Map.Entry<String, Callable<List<String>>> look : LOOKS.entrySet()) {
                Files.write(
                        Fork.DIRECTORY.resolve(look.getKey()), look.getValue().call());
            }
            Files.write(Fork.DIRECTORY.resolve(DONE), new ArrayList<>(LOOKS.keySet()));
        } catch (Exception failure) {
            throw new IllegalStateException("The fork could not be looked at after its tests", failure);
        }
    }
}
