// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;
import orgmemory.journal.Database;
import orgmemory.standalone.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that a standalone service works on: its own server, or another PostgreSQL 18 where an address is given. The
 * service itself works in a role that can only do what the tables' scripts allow.
 */
public final class StandaloneDatabase implements AutoCloseable {

    private static final String[] SCHEMAS = {"journal", "register", "access", "memory"};
    private static final int CONNECTIONS = 24;
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final @Nullable PostgresServer server;
    private final HikariDataSource application;

    private StandaloneDatabase(DataFolder folder, @Nullable PostgresServer server,
            HikariDataSource application) {
        this.folder = folder;
        this.server = server;
        this.application = application;
    }

    /** Opens the database in the folder, or at the address where that is not blank, and brings its tables up to date. */
    static StandaloneDatabase open(DataFolder folder, String address) {
        PostgresServer server = null;
        try {
            server = address.isBlank() ? PostgresServer.start(folder) : null;
            var owner = server == null ? at(address) : server.owner();
            Database.prepare(owner, SCHEMAS);
            return new StandaloneDatabase(folder, server, application(owner));
        } catch (RuntimeException refused) {
            release(server, refused);
            throw refused;
        }
    }

    /** Connections in the application's role. */
    public DataSource application() {
        return application;
    }

    public DataFolder folder() {
        return folder;
    }

    /** The pool first, so that nobody works on the database while it goes. */
    @Override
    public void close() throws IOException {
        application.close();
        if (server != null) {
            server.close();
        }
    }

    private static void release(@Nullable PostgresServer server, RuntimeException refused) {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            refused.addSuppressed(e);
        }
    }

    private static DataSource at(String address) {
        return new DriverManagerDataSource(address);
    }

    private static HikariDataSource application(DataSource owner) {
        var config = new HikariConfig();
        config.setDataSource(owner);
        config.setPoolName("memory");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTED_WITHIN.toMillis());
        config.setConnectionInitSql(Database.AS_APPLICATION);
        return new HikariDataSource(config);
    }
}
