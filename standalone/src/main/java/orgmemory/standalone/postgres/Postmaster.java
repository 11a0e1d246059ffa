// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import orgmemory.journal.StartRefused;
import orgmemory.standalone.DataFolder;

/**
 * The PostgreSQL process that works on a folder: ours, or one that a killed service left behind. What is written about it in
 * a file decides nothing: a number in there may be any other process's by now, so the processes themselves are asked.
 */
public final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Postmaster() {
    }

    /** The process that works on these files, if there is one. */
    public static Optional<ProcessHandle> of(Path files) {
        return ProcessHandle.allProcesses()
                .filter(process -> isOne(process) && worksOn(process, files))
                .findFirst();
    }

    /**
     * Ends what was left behind on a folder which is ours alone now, and sets the note of a process aside that PostgreSQL
     * would not dare to start over: an unreadable one, or one with the number of somebody who has nothing to do with it.
     */
    static void makeRoom(PostgresProgram program, DataFolder folder, Path files) throws IOException {
        for (var leftBehind = of(files); leftBehind.isPresent(); leftBehind = of(files)) {
            stop(program, leftBehind.get(), files);
        }
        var note = files.resolve("postmaster.pid");
        if (Files.exists(note, LinkOption.NOFOLLOW_LINKS) && !isOfNobody(note)) {
            folder.setAside(note);
        }
    }

    /** Tells it to end its sessions and stop, and waits until it has. */
    static void stop(PostgresProgram program, ProcessHandle process, Path files) throws IOException {
        try {
            program.process("pg_ctl", List.of("kill", "INT", Long.toString(process.pid())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (!hasEnded(process)) {
                throw new StartRefused("The PostgreSQL process " + process.pid()
                        + " of an earlier service still uses " + files + " and does not stop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.");
        }
    }

    /** Looks often: Java looks ever more seldom, at last every five seconds, whether what is no child of ours still is. */
    private static boolean hasEnded(ProcessHandle process) throws InterruptedException {
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        return !process.isAlive();
    }

    /** A note that names a process which is gone; PostgreSQL itself knows what to do with it. */
    private static boolean isOfNobody(Path note) {
        try {
            var number = Files.readString(note, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
            return number.matches("[1-9][0-9]{0,8}") && ProcessHandle.of(Long.parseLong(number)).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isOne(ProcessHandle process) {
        var program = process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .map(Path::toString);
        return program.filter(name -> name.equals("postgres") || name.equals("postgres.exe")).isPresent()
                && arguments(process).contains("-D");
    }

    /** A process stands in the folder that it works on, wherever that was moved meanwhile; else its order names it. */
    private static boolean worksOn(ProcessHandle process, Path files) {
        var standsIn = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isSameFile(standsIn, files);
        } catch (IOException unseen) {
            return !Files.exists(Path.of("/proc/self/cwd")) && arguments(process).contains(files.toString());
        }
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }
}
