// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import orgmemory.journal.StartRefused;
import orgmemory.standalone.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 18 of our own: durable, reachable from this machine only, its files in the data folder. Where it ends, because
 * the disk was full or somebody stopped it, it is started again until it stays.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final String DATABASE = "memory";

    private final ServerProcess process;
    private final DataDirectory directory;
    private final Thread watch;
    private volatile boolean closed;

    private PostgresServer(ServerProcess process, DataDirectory directory) {
        this.process = process;
        this.directory = directory;
        this.watch = Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::keepRunning);
    }

    /** Starts the server on the folder's files, which it makes the first time. */
    public static PostgresServer start(DataFolder folder) {
        var directory = new DataDirectory(folder);
        try {
            folder.refuseIfFull();
            directory.refuseOtherVersion();
            var program = PostgresProgram.ready(folder.path());
            Postmaster.makeRoom(program, folder, directory.path());
            var process = new ServerProcess(program, folder, directory);
            if (directory.isThere() && directory.wasNeverFinished()) {
                folder.setAside(directory.path());
            }
            if (directory.isThere()) {
                directory.mend(program);
            } else {
                process.make();
            }
            process.launch();
            var started = new PostgresServer(process, directory);
            started.watch.start();
            return started;
        } catch (IOException e) {
            throw new StartRefused(
                    "PostgreSQL did not start in " + directory.path() + ": " + e.getMessage() + ".", e);
        }
    }

    /** The memory's database, as its owner; refused where something of it cannot be read any more. */
    public DataSource owner() {
        try (var connection = process.database("postgres").getConnection();
                var statement = connection.createStatement();
                var found = statement
                        .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            throw TableCheck.refusal(e, directory);
        }
        var owner = process.database(DATABASE);
        TableCheck.refuseUnreadable(owner, directory);
        return owner;
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
        process.stop();
    }

    private void keepRunning() {
        while (!closed) {
            try {
                var running = Postmaster.of(directory.path());
                if (running.isPresent()) {
                    awaitEnd(running.get());
                    LOG.warn("PostgreSQL has ended and is started again; its own log is in {}",
                            directory.path().resolve("log"));
                }
                // What is left of the old one goes first.
                Thread.sleep(BETWEEN_STARTS);
                process.launch();
                LOG.warn("PostgreSQL is there again");
            } catch (IOException | RuntimeException notYet) {
                LOG.warn("PostgreSQL does not start: {}", notYet.getMessage());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Not left to Java, which would look ever more seldom. */
    private static void awaitEnd(ProcessHandle running) throws InterruptedException {
        while (running.isAlive()) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
