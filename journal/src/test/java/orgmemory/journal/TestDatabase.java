// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh database on one real, durable PostgreSQL for all tests of this JVM. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new HashMap<>();
    private static @Nullable EmbeddedPostgres server;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database of its own with these schemas prepared, in this order. */
    public static TestDatabase with(String... schemas) {
        return new TestDatabase(create(schemas.length == 0 ? "template1" : template(schemas)));
    }

    /** As the owner of the tables. Each connection is a new one. */
    public DataSource owner() {
        return open(name);
    }

    /** As the application's role. Each connection is a new one. */
    public DataSource app() {
        var dataSource = open(name);
        dataSource.setOptions("-c role=" + Database.APPLICATION_ROLE);
        return dataSource;
    }

    /** For the owner; {@link Database#AS_APPLICATION} makes a connection the application's. */
    public String jdbcUrl() {
        return server().getJdbcUrl("postgres", name);
    }

    public String name() {
        return name;
    }

    private static synchronized EmbeddedPostgres server() {
        var running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setRegisterShutdownHook(false)
                        .start();
                server = running;
                var folder = Path.of(show(running, "data_directory"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(folder)));
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException("PostgreSQL did not start", failure);
            }
        }
        return running;
    }

    private static String show(EmbeddedPostgres running, String setting) throws SQLException {
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** An orderly stop would write all test databases to disk first, only to delete them. */
    private static void discard(Path folder) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
            new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).start().waitFor();
            ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().orTimeout(20, SECONDS).join());
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException | CompletionException failure) {
            System.err.println("The test server's folder " + folder + " is left: " + failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized String template(String... schemas) {
        return TEMPLATES.computeIfAbsent(String.join(",", schemas), key -> {
            var made = create("template1");
            Database.prepare(open(made), schemas);
            return made;
        });
    }

    private static String create(String template) {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = open("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            return name;
        } catch (SQLException failure) {
            throw new IllegalStateException("No database could be made", failure);
        }
    }

    private static PGSimpleDataSource open(String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setURL(server().getJdbcUrl("postgres", database));
        return dataSource;
    }
}
