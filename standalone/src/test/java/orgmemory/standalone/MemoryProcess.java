// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service in a process of its own, as people start it: it has a console, an exit code, and can be killed. */
final class MemoryProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader console;
    private final List<String> said = new ArrayList<>();

    private MemoryProcess(Process process) {
        this.process = process;
        this.console = process.inputReader();
    }

    static MemoryProcess start(Path data, String... options) throws IOException {
        var command = command(data, options);
        return new MemoryProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts it on a disk of its own that has little room, in the folder's place; it goes with the process. */
    static MemoryProcess startOnSmallDisk(String size, Path data, String... options) throws IOException {
        var folder = data.getParent();
        var quoted = command(data, options).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        var mount = "mount -t tmpfs -o size=" + size + " tmpfs '" + folder + "' && exec " + quoted;
        return new MemoryProcess(new ProcessBuilder("unshare", "-Urm", "sh", "-c", mount)
                .redirectErrorStream(true)
                .start());
    }

    /** Whether this machine lets its users have small disks. */
    static boolean canStartOnSmallDisk() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** With what people start, and nothing of the tests in it, their way of logging least of all. */
    private static List<String> command(Path data, String... options) {
        var shipped = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes") && !part.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", shipped,
                        MemoryApplication.class.getName(), "--memory.data=" + data),
                Stream.of(options)).toList();
    }

    /** Reads on until it has said this. What has not said it after minutes never will, and is ended. */
    Matcher awaitSaid(String pattern) throws IOException {
        var tooLate = CompletableFuture.runAsync(process::destroyForcibly,
                CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES));
        try {
            for (var line = console.readLine(); line != null; line = console.readLine()) {
                said.add(line);
                var found = Pattern.compile(pattern).matcher(line);
                if (found.find()) {
                    return found;
                }
            }
        } finally {
            tooLate.cancel(false);
        }
        throw new AssertionError("The service ended before it said " + pattern + ", but said " + said);
    }

    /** All that it said, once it has ended of itself. */
    List<String> awaitEnd() throws IOException {
        for (var line = console.readLine(); line != null; line = console.readLine()) {
            said.add(line);
        }
        return said;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** A file as this process sees it, also on its own disk. */
    Path sees(Path file) {
        return Path.of("/proc", Long.toString(process.pid()), "root" + file.toAbsolutePath());
    }

    /** Kills it in the middle of its work, unless it ends of itself before. */
    void killWithin(long millis) throws InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** As {@code kill -9} does: it has no time for a last word, and its PostgreSQL stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as it takes its PostgreSQL with it then. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.close();
    }
}
