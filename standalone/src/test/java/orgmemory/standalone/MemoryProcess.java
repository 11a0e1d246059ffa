// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return start(List.of(), data, options);
    }

    /** Starts it by way of another command, which makes things harder for it. */
    static MemoryProcess start(List<String> by, Path data, String... options) throws IOException {
        var command = new ArrayList<>(by);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), MemoryApplication.class.getName(),
                "--memory.data=" + data));
        command.addAll(List.of(options));
        return new MemoryProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads on until it has said this. */
    Matcher awaitSaid(Pattern pattern) throws IOException {
        for (var line = console.readLine(); line != null; line = console.readLine()) {
            said.add(line);
            var found = pattern.matcher(line);
            if (found.find()) {
                return found;
            }
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

    /** As {@code kill -9} does: it has no time for a last word, and its PostgreSQL stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        console.close();
    }
}
