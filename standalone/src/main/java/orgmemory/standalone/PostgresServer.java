// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import orgmemory.journal.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL 18 of our own: durable, reachable from this machine only, its files in the data folder. Where it ends, because
 * the disk was full or somebody stopped it, it is started again until it stays.
 */
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String VERSION = "18";

    private static final Duration START = Duration.ofSeconds(10);

    /** So often a server is waited for that is there and not ready: it brings its tables up to what it had promised. */
    private static final int STARTS = 12;
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(2);

    private static final String UNFINISHED = "postgres-unfinished";
    private static final String PASSWORD_FILE = "postgres-password";
    private static final String DATABASE = "memory";

    private final DataFolder folder;
    private final int port;
    private final Thread watch;
    private volatile EmbeddedPostgres server;
    private volatile boolean closed;

    private PostgresServer(DataFolder folder, int port, EmbeddedPostgres server) {
        this.folder = folder;
        this.port = port;
        this.server = server;
        this.watch = Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::keepRunning);
    }

    /** Starts the server on the folder's files, which it makes the first time. */
    static PostgresServer start(DataFolder folder) {
        try {
            folder.refuseIfFull();
            refuseOtherVersion(folder);
            Postmaster.stopLeftBehind(files(folder));
            beginAnewWhatWasNeverFinished(folder);
            int port = anyPort();
            var started = new PostgresServer(folder, port, launch(folder, port));
            Files.deleteIfExists(folder.resolve(UNFINISHED));
            started.watch.start();
            return started;
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused("PostgreSQL did not start (" + e.getMessage() + "); its own log is in "
                    + files(folder).resolve("log") + ".");
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
        closed = true;
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (Postmaster.of(files(folder)).isPresent()) {
            server.close();
        }
    }

    private void keepRunning() {
        while (!closed) {
            try {
                var process = Postmaster.of(files(folder));
                if (process.isPresent()) {
                    process.get().onExit().get();
                    LOG.warn("PostgreSQL has ended and is started again; its own log is in {}",
                            files(folder).resolve("log"));
                }
                // What is left of the old one goes first.
                Thread.sleep(BETWEEN_STARTS);
                server = launch(folder, port);
                LOG.warn("PostgreSQL is there again");
            } catch (IOException | IllegalStateException | ExecutionException notYet) {
                LOG.warn("PostgreSQL does not start: {}", notYet.getMessage());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, int port) throws IOException {
        var settings = server(folder, password(folder)).setPort(port);
        for (int starts = 1;; starts++) {
            // The library locks this file and does not let it go where a start fails. The folder is ours alone anyhow.
            Files.deleteIfExists(files(folder).resolve("epg-lock"));
            try {
                return settings.start();
            } catch (IOException notReady) {
                if (starts == STARTS || Postmaster.of(files(folder)).isEmpty()) {
                    throw notReady;
                }
            }
        }
    }

    /** The library is made for tests: its settings that give up durability for speed are taken back one by one. */
    private static EmbeddedPostgres.Builder server(DataFolder folder, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(files(folder))
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

    private static Path files(DataFolder folder) {
        return folder.resolve("postgres");
    }

    /** The program is unpacked once for all memories of this user; where there is no home to keep it, beside the data. */
    private static Path program(DataFolder folder) {
        var home = Path.of(System.getProperty("user.home"));
        return Files.isWritable(home)
                ? home.resolve(".cache").resolve("organisational-memory")
                : folder.resolve("postgres-program");
    }

    private static void refuseOtherVersion(DataFolder folder) throws IOException {
        var written = files(folder).resolve("PG_VERSION");
        var version = Files.exists(written) ? Files.readString(written).strip() : VERSION;
        if (!version.equals(VERSION)) {
            throw new StartRefused("The data folder " + folder.path() + " holds the files of PostgreSQL "
                    + version + ", and this release brings " + VERSION
                    + "; start the release that made it, or name another folder with --memory.data=<folder>.");
        }
    }

    /** Until a server has answered for the first time nothing is in its files, and half of them would be of no use. */
    private static void beginAnewWhatWasNeverFinished(DataFolder folder) throws IOException {
        var unfinished = folder.resolve(UNFINISHED);
        if (Files.exists(unfinished)) {
            Postmaster.endAllThatNames(files(folder));
            FileSystemUtils.deleteRecursively(files(folder));
        } else if (!Files.exists(files(folder))) {
            Files.createFile(unfinished);
        }
    }

    private static int anyPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
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
