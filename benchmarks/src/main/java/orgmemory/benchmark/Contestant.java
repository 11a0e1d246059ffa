// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program that is asked over HTTP, in a process of its own with as much heap as the other. */
final class Contestant implements AutoCloseable {

    /** Each keeps to 32 of them. */
    static final int YEARS = 32;

    private static final Path JAR = Path.of("standalone/target/organisational-memory.jar");
    private static final String OURS = "orgmemory.standalone.MemoryApplication";
    private static final String JSON = "Content-Type: application/json\r\n";

    private final Process process;
    private final int port;
    private final String token;

    private Contestant(Process process, int port, String token) {
        this.process = process;
        this.port = port;
        this.token = token;
    }

    /** The plain application, with each year's first forecast recorded. */
    static Contestant plain(String database) throws IOException {
        int port = freePort();
        var process = start(List.of("-cp", System.getProperty("java.class.path"),
                PlainApplication.class.getName(), "--spring.config.name=plain", "--server.port=" + port,
                "--server.address=127.0.0.1", "--spring.datasource.url=" + database,
                "--spring.datasource.hikari.maximum-pool-size=34", "--spring.threads.virtual.enabled=true",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        say(process);
        awaitOpen(process, port);
        var plain = new Contestant(process, port, "");
        for (int year = 0; year < YEARS; year++) {
            HttpCallers.once(port, plain.command(year));
        }
        return plain;
    }

    /** The memory, with years that were opened two months ago, and a steward to record their forecasts. */
    static Contestant ours(Path root, HikariDataSource database) throws IOException, InterruptedException {
        int port = freePort();
        var data = Files.createTempDirectory("http-rates");
        var program = isOnClassPath()
                ? List.of("-cp", System.getProperty("java.class.path"), OURS)
                : List.of("-jar", root.resolve(JAR).toString());
        var process = start(Stream.concat(program.stream(), Stream.of("--server.port=" + port,
                "--memory.data=" + data, "--memory.database.url=" + database.getJdbcUrl(),
                "--memory.limits.requests-per-person=100000000"))
                .toList());
        var keeper = Keeper.token(process);
        say(process);
        return new Contestant(process, port, Steward.of(port, keeper, database));
    }

    private static boolean isOnClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .anyMatch(part -> Files.exists(Path.of(part, OURS.replace('.', '/') + ".class")));
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
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

    private static Process start(List<String> program) throws IOException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        var more = System.getProperty("contestant.options", "");
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(program);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What a program says is read, or it would stop at some point. */
    private static void say(Process process) {
        Thread.startVirtualThread(() -> process.inputReader().lines().forEach(System.err::println));
    }

    private static void awaitOpen(Process process, int port) throws IOException {
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (process.isAlive() && System.nanoTime() < giveUp) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("The plain application did not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
