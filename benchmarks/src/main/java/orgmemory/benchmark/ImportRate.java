// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

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
        int port = Program.freePort();
        var data = Files.createTempDirectory("import-rate");
        try (var service = java(program, data, "--server.port=" + port, "--memory.data=" + data)) {
            var token = Keeper.token(service.process());
            service.say();
            long start = System.nanoTime();
            int status = send(program, records, port, token);
            double seconds = (System.nanoTime() - start) / 1e9;
            long lines = lines(records);
            out.printf(
                    "Import of %d records: %.1f s, %.0f a second, each durable before the next (status %d)%n",
                    lines, seconds, lines / seconds, status);
        }
    }

    private static int send(Path program, Path records, int port, String token)
            throws IOException, InterruptedException {
        try (var run = java(program, null, "import", records.toString(), "--mapping=budget-requests",
                "--to=http://localhost:" + port, "--token=" + token)) {
            run.process().getInputStream().transferTo(OutputStream.nullOutputStream());
            return run.process().waitFor();
        }
    }

    private static Program java(Path program, @Nullable Path data, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("-jar", program.toString()));
        arguments.addAll(List.of(options));
        return new Program(arguments, data);
    }

    private static long lines(Path records) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(records))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count();
        }
    }
}
