// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import orgmemory.journal.StartRefused;

/** A PostgreSQL 18 of our own: durable, reachable from this machine only, its files in the data folder. */
final class PostgresServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP_OF_STALE = Duration.ofSeconds(30);
    private static final String PASSWORD_FILE = "postgres-password";
    private static final String DATABASE = "memory";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server on the folder's files, which it makes the first time. */
    static PostgresServer start(DataFolder folder) {
        try {
            stopStale(folder);
            return new PostgresServer(server(folder, password(folder)).start());
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused("PostgreSQL did not start (" + e.getMessage() + "); its own log is in "
                    + folder.resolve("postgres").resolve("log") + ".");
        }
    }

    /** The memory's database, as its owner. */
    DataSource owner() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement
                        .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw new StartRefused("The database could not be made: " + e.getMessage() + ".");
        }
        return server.getDatabase("postgres", DATABASE);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The library is made for tests: its settings that give up durability for speed are taken back one by one. */
    private static EmbeddedPostgres.Builder server(DataFolder folder, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(program(folder).toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.resolve(PASSWORD_FILE).toString())
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("jit", "off")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on");
    }

    /** The program is unpacked once for all memories of this user; where there is no home to keep it, beside the data. */
    private static Path program(DataFolder folder) {
        var home = Path.of(System.getProperty("user.home"));
        return Files.isWritable(home)
                ? home.resolve(".cache").resolve("organisational-memory")
                : folder.resolve("postgres-program");
    }

    /**
     * The folder is ours alone here, so a server that still runs on it was left behind by a service that was killed. Its
     * clients are gone; told to stop, it ends at once.
     */
    private static void stopStale(DataFolder folder) throws IOException {
        var pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile, StandardCharsets.UTF_8).getFirst().strip();
        var stale = ProcessHandle.of(Long.parseLong(pid)).filter(PostgresServer::isPostgres);
        if (stale.isEmpty()) {
            return;
        }
        stale.get().destroy();
        try {
            stale.get().onExit().get(STOP_OF_STALE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused("The PostgreSQL process " + pid + " of an earlier service still uses "
                    + folder.path() + " and does not stop.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.");
        }
    }

    /** A number that was written down before the machine started again may belong to any other process by now. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static String password(DataFolder folder) throws IOException {
        var file = folder.resolve(PASSWORD_FILE);
        if (!Files.exists(file)) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            folder.writeSecret(PASSWORD_FILE,
                    HexFormat.of().formatHex(secret).getBytes(StandardCharsets.UTF_8));
        }
        return Files.readString(file);
    }
}
