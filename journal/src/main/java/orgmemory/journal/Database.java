// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.pattern.ValidatePattern;

/** Brings a PostgreSQL database into the form the service needs, or refuses it in one sentence. */
public final class Database {

    /** The role the application works as. It has only what the scripts grant. */
    public static final String APPLICATION_ROLE = "orgmemory_app";

    /** Run on each of the application's connections, as a pool's first statement. */
    public static final String AS_APPLICATION = "set role " + APPLICATION_ROLE;

    private static final String KNOWN_EVENT = "event:";
    private static final int OLDEST_SERVER = 180_000;
    private static final Map<String, String> DANGERS = Map.of("fsync",
            "a crash of the machine loses what was answered",
            "full_page_writes", "a crash of the machine may destroy the database",
            "synchronous_commit", "a crash of the server loses what was answered");
    private static final String MAKE_ROLE = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'orgmemory_app') then
                    create role orgmemory_app nologin;
                end if;
            exception when duplicate_object or unique_violation then null;
            end $$;
            do $$ begin
                if not pg_has_role('orgmemory_app', 'SET') then
                    execute format('grant orgmemory_app to %I', current_user);
                end if;
            end $$
            """;

    private Database() {
    }

    /**
     * Prepares schemas by the scripts under {@code db/<schema>} of the class path, each with its own history. Does nothing
     * where they are prepared already.
     *
     * @param owner   owns the tables; never the application's role
     * @param schemas in this order
     * @throws StartRefused where the server is too old or not durable, or a schema is foreign, changed or newer
     */
    public static void prepare(DataSource owner, String... schemas) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            refuseUnlessRecent(Integer.parseInt(show(connection, "server_version_num")),
                    show(connection, "server_version"));
            refuseUnlessDurable(connection);
            statement.execute(MAKE_ROLE);
        } catch (SQLException failure) {
            throw new StartRefused("The database cannot be used: " + oneLine(failure) + ".", failure);
        }
        for (var schema : schemas) {
            migrate(owner, schema);
        }
        if (List.of(schemas).contains("journal")) {
            refuseUnlessReadable(owner, new EventCodec());
        }
    }

    /**
     * A later release may record events that this one cannot read without any change of a table. So each release leaves in
     * the journal which events it knows, and one that knows fewer is refused.
     */
    static void refuseUnlessReadable(DataSource owner, EventCodec codec) {
        try (var connection = owner.getConnection();
                var known = connection.prepareStatement("select value from journal.setting where key like ?");
                var leave = connection
                        .prepareStatement(
                                "insert into journal.setting values (?, ?) on conflict do nothing")) {
            known.setString(1, KNOWN_EVENT + "%");
            try (var rows = known.executeQuery()) {
                while (rows.next()) {
                    if (!codec.forms().contains(rows.getString(1))) {
                        throw new StartRefused("The journal is a newer release's, which records "
                                + rows.getString(1)
                                + "; start that release, or give another database.");
                    }
                }
            }
            for (var form : codec.forms()) {
                leave.setString(1, KNOWN_EVENT + form);
                leave.setString(2, form);
                leave.addBatch();
            }
            leave.executeBatch();
        } catch (SQLException failure) {
            throw new StartRefused("The journal cannot be read: " + oneLine(failure) + ".", failure);
        }
    }

    /** Refuses a database whose settings, as they are for this connection, may lose what was committed. */
    public static void refuseUnlessDurable(Connection connection) throws SQLException {
        for (var danger : DANGERS.entrySet()) {
            if ("off".equals(show(connection, danger.getKey()))) {
                throw new StartRefused("The database runs with " + danger.getKey() + " off, so "
                        + danger.getValue() + "; turn it on.");
            }
        }
    }

    static void refuseUnlessRecent(int number, String version) {
        if (number < OLDEST_SERVER) {
            throw new StartRefused(
                    "The database is PostgreSQL " + version + ", but version 18 or later is needed.");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void migrate(DataSource owner, String schema) {
        var flyway = Flyway.configure(Database.class.getClassLoader())
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(true)
                // By default Flyway lets a schema of a later release pass.
                .ignoreMigrationPatterns(new ValidatePattern[0])
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException refused) {
            throw new StartRefused(
                    "The schema " + schema + " of the database is not this release's: it is foreign,"
                            + " changed or newer; start the release that made it, or give another database.",
                    refused);
        }
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    }
}
