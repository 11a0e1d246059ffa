// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Imports real records into a service of its own, as a user would: over HTTP, in order, each line durable. */
final class ImportRate {

    private static final Path PROGRAM = Path.of("standalone/target/organisational-memory.jar");
    private static final Path RECORDS = Path.of("../shared/corpora/israel_budget/events.jsonl.gz");

    private final Path root;

    ImportRate(Path root) {
        this.root = root;
    }

    void run(PrintStream out) throws IOException, InterruptedException {
        var records = root.resolve(RECORDS);
        var program = root.resolve(PROGRAM);
        if (!Files.exists(records) || !Files.exists(program)) {
            out.printf("The import was not measured: %s is not there%n",
                    Files.exists(program) ? RECORDS : PROGRAM);
            return;
        }
        int port = freePort();
        var data = Files.createTempDirectory("import-rate");
        var service = java(program, "--server.port=" + port, "--memory.data=" + data);
        try {
            var token = Keeper.token(service);
            long start = System.nanoTime();
            var run = java(program, "import", records.toString(), "--mapping=budget-requests",
                    "--to=http://localhost:" + port, "--token=" + token);
            run.getInputStream().transferTo(OutputStream.nullOutputStream());
            int status = run.waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            long lines = lines(records);
            out.printf(
                    "Import of %d records: %.1f s, %.0f a second, each durable before the next (status %d)%n",
                    lines, seconds, lines / seconds, status);
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Process java(Path program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-jar",
                program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long lines(Path records) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(records))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count();
        }
    }
}
