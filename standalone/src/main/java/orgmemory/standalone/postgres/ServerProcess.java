// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import orgmemory.standalone.DataFolder;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a data directory, and starts and stops the server on it. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final String USER = "postgres";
    private static final String LOCALHOST = "127.0.0.1";
    private static final String WRONG_PASSWORD = "28P01";
    private static final int WORTH_SAYING_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 3_600;

    /** Durable, for this machine alone, and with no library but the server's own. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"), Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", LOCALHOST), Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"), Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "2GB"), Map.entry("jit", "off"),
            Map.entry("shared_preload_libraries", ""), Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"), Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"));

    private final PostgresProgram program;
    private final DataFolder folder;
    private final DataDirectory directory;
    private final ServerPassword password;
    private final ServerLog log;
    private final int port;

    ServerProcess(PostgresProgram program, DataFolder folder, DataDirectory directory) throws IOException {
        this.program = program;
        this.folder = folder;
        this.directory = directory;
        this.password = new ServerPassword(folder);
        this.log = new ServerLog(folder.resolve("postgres-start.log"), directory.path().resolve("log"));
        this.port = anyPort();
    }

    /** Makes it under another name first: what bears the name is whole, whenever this is interrupted. */
    void make() throws IOException {
        var fresh = folder.resolve("postgres-made-" + Instant.now().toString().replace(':', '-'));
        run("initdb", List.of("--pgdata=" + fresh, "--username=" + USER, "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256",
                "--pwfile=" + password.file(), "--no-instructions"));
        Files.move(fresh, directory.path(), StandardCopyOption.ATOMIC_MOVE);
        try (var names = FileChannel.open(folder.path(), StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notOnThisSystem) {
            LOG.debug("The folder's names could not be forced to the disk", notOnThisSystem);
        }
    }

    /** Starts the server and returns when it answers. It is told a new password where ours is lost. */
    void launch() throws IOException {
        var options = new ArrayList<>(List.of("-p " + port));
        SETTINGS.forEach((name, value) -> options.add("-c " + name + "=" + value));
        var start = List.of("--pgdata=" + directory.path(), "--options=" + String.join(" ", options),
                "--wait",
                "--timeout=" + PATIENCE_SECONDS, "start");
        run("pg_ctl", start);
        try {
            answers();
        } catch (SQLException refused) {
            stop();
            if (!WRONG_PASSWORD.equals(refused.getSQLState())) {
                throw TableCheck.refusal(refused, directory);
            }
            LOG.warn("PostgreSQL does not take the password in {}; it is given this one", password.file());
            single("alter role " + USER + " password '" + password.value() + "'");
            run("pg_ctl", start);
        }
    }

    void stop() throws IOException {
        var running = Postmaster.of(directory.path());
        if (running.isPresent()) {
            Postmaster.stop(program, running.get(), directory.path());
        }
    }

    /** A database of it, as its owner. */
    DataSource database(String name) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {LOCALHOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser(USER);
        source.setPassword(password.value());
        return source;
    }

    private void answers() throws SQLException {
        try (var connection = database("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** Has the server do something without anybody being able to reach it. */
    private void single(String sql) throws IOException {
        var process = program
                .process(USER, List.of("--single", "-D", directory.path().toString(), "postgres"))
                .redirectOutput(log.file())
                .start();
        try (var orders = process.getOutputStream()) {
            orders.write((sql + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        await(process);
    }

    private void run(String name, List<String> arguments) throws IOException {
        var process = program.process(name, arguments).redirectOutput(log.file()).start();
        process.getOutputStream().close();
        await(process);
    }

    private void await(Process process) throws IOException {
        try {
            while (!process.waitFor(WORTH_SAYING_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("PostgreSQL is still at work");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(log.reason());
        }
    }

    private static int anyPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
