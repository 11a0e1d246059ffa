// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import orgmemory.journal.StartRefused;

/** The PostgreSQL process that works on a folder: ours, or one that a killed service left behind. */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Postmaster() {
    }

    /** The process, if there is one. */
    static Optional<ProcessHandle> of(Path files) throws IOException {
        var pidFile = pidFile(files);
        var lines = Files.exists(pidFile)
                ? Files.readAllLines(pidFile, StandardCharsets.UTF_8)
                : List.<String>of();
        return lines.size() > 1 && lines.getFirst().strip().matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> worksOn(process, lines.get(1)))
                : Optional.empty();
    }

    /**
     * Ends the process that was left behind on a folder which is ours alone now. Its clients are gone; told to stop, it ends
     * at once.
     */
    static void stopLeftBehind(Path files) throws IOException {
        var leftBehind = of(files);
        if (leftBehind.isPresent()) {
            stop(leftBehind.get(), files);
        } else if (Files.exists(pidFile(files)) && Files.size(pidFile(files)) == 0) {
            // The disk was full, or the machine went, when it was written; PostgreSQL would not dare to start over it.
            Files.delete(pidFile(files));
        }
    }

    /** Ends whatever was told to work on a folder, as what makes it. */
    static void endAllThatNames(Path files) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains(files.toString()))
                .forEach(process -> stop(process, files));
    }

    private static void stop(ProcessHandle process, Path files) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused("The PostgreSQL process " + process.pid()
                    + " of an earlier service still uses " + files + " and does not stop.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.");
        }
    }

    /** A number that was written down before the machine started again may be any other process's by now. */
    private static boolean worksOn(ProcessHandle process, String folder) {
        var program = process.info().command().map(command -> command.contains("postgres")).orElse(false);
        return program && process.info().arguments().map(List::of).orElse(List.of(folder)).contains(folder);
    }

    private static Path pidFile(Path files) {
        return files.resolve("postmaster.pid");
    }
}
