package ca.releve.load.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a process to a part of a core by a control group of Linux. Needs the right to create one. */
final class CpuShare implements AutoCloseable {

    private static final Path VERSION_1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path VERSION_2 = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_MICROS = 10_000;

    private final Path group;

    private CpuShare(Path group) {
        this.group = group;
    }

    static boolean isPossible() {
        return Files.isWritable(VERSION_1.resolve("cgroup.procs"))
                || Files.isWritable(VERSION_2.resolve("cgroup.procs"))
                        && Files.exists(VERSION_2.resolve("cgroup.controllers"));
    }

    /** @param cores the part of a core that the process gets, for example 0.4 */
    static CpuShare of(long pid, double cores) throws IOException {
        boolean first = Files.exists(VERSION_1.resolve("cgroup.procs"));
        Path group = Files.createDirectory((first ? VERSION_1 : VERSION_2).resolve("releve-load-" + pid));
        String quota = String.valueOf(Math.round(PERIOD_MICROS * cores));
        if (first) {
            Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), quota);
        } else {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        }
        Files.writeString(group.resolve("cgroup.procs"), String.valueOf(pid));
        return new CpuShare(group);
    }

    /** Gives the process all cores again. */
    @Override
    public void close() throws IOException {
        String pids = Files.readString(group.resolve("cgroup.procs"));
        for (String pid : pids.lines().toList()) {
            Files.writeString(group.getParent().resolve("cgroup.procs"), pid);
        }
        Files.delete(group);
    }
}
