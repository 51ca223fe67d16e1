package ca.releve.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and stops the operating-system processes of the PostgreSQL server of a data directory. */
final class PostgresProcesses {

    private static final Logger log = LoggerFactory.getLogger(PostgresProcesses.class);
    private static final int SECONDS_TO_EXIT = 20;

    private final Path pidFile;

    PostgresProcesses(Path data) {
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Stops the server that still runs after its portal was killed, if there is one. */
    void stopServer() throws IOException {
        Optional<ProcessHandle> process = serverProcess();
        if (process.isPresent() && !isPostgres(process.get())) {
            // Another process has this id now, and PostgreSQL would mistake it for its server.
            Files.delete(pidFile);
        } else if (process.isPresent()) {
            log.info("Stopping the PostgreSQL that the last run left behind");
            Set<ProcessHandle> others = processesOfOthers(process.get());
            process.get().destroy();
            if (!exits(process.get().onExit())) {
                process.get().destroyForcibly();
                awaitExitOfAllBut(others);
            }
        }
    }

    /**
     * Runs an action when the server and its processes have exited. While one of them runs, no other server can start.
     *
     * @param action runs on another thread, once
     */
    void whenServerExits(Runnable action) throws IOException {
        ProcessHandle server = serverProcess().orElseThrow();
        Set<ProcessHandle> others = processesOfOthers(server);
        server.onExit().thenRunAsync(() -> {
            awaitExitOfAllBut(others);
            action.run();
        });
    }

    /** The processes of other servers, which may use the same executables. */
    private static Set<ProcessHandle> processesOfOthers(ProcessHandle server) {
        Set<ProcessHandle> own =
                Stream.concat(Stream.of(server), server.descendants()).collect(Collectors.toSet());
        return postgresProcesses().filter(it -> !own.contains(it)).collect(Collectors.toSet());
    }

    private static void awaitExitOfAllBut(Set<ProcessHandle> others) {
        boolean exited = exits(CompletableFuture.allOf(postgresProcesses()
                .filter(it -> !others.contains(it)
                        && it.parent().filter(others::contains).isEmpty())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new)));
        if (!exited) {
            log.warn("Processes of the last PostgreSQL still run after {} s", SECONDS_TO_EXIT);
        }
    }

    private static Stream<ProcessHandle> postgresProcesses() {
        return ProcessHandle.allProcesses().filter(PostgresProcesses::isPostgres);
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(it -> it.getFileName().toString())
                .filter(it -> it.startsWith("postgres"))
                .isPresent();
    }

    private static boolean exits(CompletableFuture<?> exit) {
        try {
            exit.get(SECONDS_TO_EXIT, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException stillRunning) {
            return false;
        }
    }
}
