// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that is asked over HTTP, in a process of its own with as much heap as the other. */
final class Contestant implements AutoCloseable {

    /** One a caller, so that no two callers meet in one year. */
    static final int YEARS = 32;

    private static final Path JAR = Path.of("standalone/target/organisational-memory.jar");
    private static final String OURS = "orgmemory.standalone.MemoryApplication";
    private static final String JSON = "Content-Type: application/json\r\n";

    private final Program program;
    private final int port;
    private final String token;

    private Contestant(Program program, int port, String token) {
        this.program = program;
        this.port = port;
        this.token = token;
    }

    /** The plain application, with each year's first forecast recorded. */
    static Contestant plain(String database) throws IOException {
        int port = Program.freePort();
        var program = start(List.of("-cp", System.getProperty("java.class.path"),
                PlainApplication.class.getName(), "--spring.config.name=plain", "--server.port=" + port,
                "--server.address=127.0.0.1", "--spring.datasource.url=" + database,
                "--spring.datasource.hikari.maximum-pool-size=34", "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"), null);
        try {
            program.say();
            program.awaitOpen(port);
            var plain = new Contestant(program, port, "");
            for (int year = 0; year < YEARS; year++) {
                HttpCallers.once(port, plain.command(year));
            }
            return plain;
        } catch (IOException | RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    /** The memory, with years that were opened two months ago, and a steward to record their forecasts. */
    static Contestant ours(Path root, HikariDataSource database) throws IOException, InterruptedException {
        int port = Program.freePort();
        var data = Files.createTempDirectory("http-rates");
        var what = isOnClassPath()
                ? List.of("-cp", System.getProperty("java.class.path"), OURS)
                : List.of("-jar", root.resolve(JAR).toString());
        var program = start(Stream.concat(what.stream(), Stream.of("--server.port=" + port,
                "--memory.data=" + data, "--memory.database.url=" + database.getJdbcUrl(),
                "--memory.limits.requests-per-person=100000000"))
                .toList(), data);
        try {
            var keeper = Keeper.token(program.process());
            program.say();
            return new Contestant(program, port, Steward.of(port, keeper, database));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    private static boolean isOnClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .anyMatch(part -> Files.exists(Path.of(part, OURS.replace('.', '/') + ".class")));
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return program.process().toHandle();
    }

    byte[] read(long n) {
        return token.isEmpty()
                ? get("/forecasts/Y" + n % YEARS)
                : get("/api/views/BudgetYears/Y" + n % YEARS);
    }

    byte[] readAsOf(long n) {
        return get("/api/views/BudgetYears/Y" + n % YEARS + "?asOf="
                + LocalDate.now(ZoneOffset.UTC).minusDays(50));
    }

    byte[] command(long n) {
        var path = token.isEmpty() ? "/forecasts" : "/api/commands/RecordRevenueForecast";
        return HttpCallers.request("POST " + path, JSON + authorization(), forecast(n));
    }

    /** So many commands at once, one a line. */
    byte[] batch(long n, int lines) {
        var body = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            body.append("{\"command\": \"RecordRevenueForecast\", \"body\": ")
                    .append(forecast(n * lines + line))
                    .append("}\n");
        }
        return HttpCallers.request("POST /api/commands",
                "Content-Type: application/jsonl\r\n" + authorization(), body.toString());
    }

    private static String forecast(long n) {
        return "{\"yearId\":\"Y" + n % YEARS + "\",\"amountAgorot\":" + (1_000_000 + n)
                + ",\"source\":\"the ministry's letter\",\"confidence\":\"likely\"}";
    }

    private byte[] get(String path) {
        return HttpCallers.request("GET " + path, authorization(), "");
    }

    private String authorization() {
        return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    private static Program start(List<String> what, @Nullable Path data) throws IOException {
        var arguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED"));
        var more = System.getProperty("contestant.options", "");
        if (!more.isEmpty()) {
            arguments.addAll(List.of(more.split(" ")));
        }
        arguments.addAll(what);
        return new Program(arguments, data);
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
