// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A program in a Java process of its own. When it is closed neither the process nor its folder is left. */
final class Program implements AutoCloseable {

    private final Process process;
    private final @Nullable Path data;

    /**
     * Starts it with this Java.
     *
     * @param arguments of Java: options, what to run, and what that is told
     * @param data      folder that is the program's alone; null where it needs none
     */
    Program(List<String> arguments, @Nullable Path data) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        this.data = data;
        this.process = new ProcessBuilder(Stream.concat(Stream.of(java), arguments.stream()).toList())
                .redirectErrorStream(true)
                .start();
    }

    /** A port that nobody listens at. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Process process() {
        return process;
    }

    /** Passes on what the program says: unless that is read, it stops at some point. */
    void say() {
        Thread.startVirtualThread(() -> process.inputReader().lines().forEach(System.err::println));
    }

    void awaitOpen(int port) throws IOException {
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (process.isAlive() && System.nanoTime() < giveUp) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("The program did not start");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(data);
    }
}
