// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import orgmemory.journal.StartRefused;

/**
 * Reads what cannot be made again, row by row from the index, before anything is written: a file that is missing, cut off or
 * changed shows as an error, and not as a memory that has forgotten something. It takes half a second a table and no more,
 * so a large memory starts about as soon as a small one; what is older is read, and told, when somebody asks for it.
 */
final class TableCheck {

    private static final String AT_MOST = "set statement_timeout = '500ms'";
    private static final String BY_THE_INDEX = "set enable_seqscan = off; set enable_bitmapscan = off; "
            + "set enable_indexonlyscan = off; set max_parallel_workers_per_gather = 0";
    private static final String OUT_OF_TIME = "57014";

    /** Newest first, since a damage is seldom where nobody has written for years. */
    private static final String READS = """
            select format('select sum(length(each::text)) from (select * from %I.%I order by %s) each', schema, name, key)
            from (select n.nspname as schema, c.relname as name,
                         string_agg(quote_ident(a.attname) || ' desc', ', ' order by place.number) as key
                  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                  cross join lateral unnest(i.indkey::int2[]) with ordinality place(attribute, number)
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = place.attribute
                  where i.indisprimary and c.relkind = 'r' and n.nspname in ('journal', 'access', 'register')
                  group by n.nspname, c.relname) as tables
            order by schema, name
            """;
    private static final String GAPS = "select max(position) - count(*) from journal.event";
    private static final String HAS_JOURNAL = "select to_regclass('journal.event') is not null";

    private TableCheck() {
    }

    /** Refuses a database that has lost a part of what it had. */
    static void refuseUnreadable(DataSource owner, DataDirectory directory) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(BY_THE_INDEX);
            statement.execute(AT_MOST);
            for (var read : reads(connection)) {
                readAll(connection, read);
            }
            if (missing(connection) > 0) {
                throw directory.damaged("facts are missing between others in the journal");
            }
        } catch (SQLException damage) {
            throw refusal(damage, directory);
        }
    }

    static StartRefused refusal(SQLException damage, DataDirectory directory) {
        return directory.damaged(String.valueOf(damage.getMessage()).lines().findFirst().orElse(""));
    }

    private static List<String> reads(Connection connection) throws SQLException {
        var reads = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(READS)) {
            while (rows.next()) {
                reads.add(rows.getString(1));
            }
        }
        return reads;
    }

    private static long missing(Connection connection) throws SQLException {
        return readAll(connection, HAS_JOURNAL) == 0 ? 0 : readAll(connection, GAPS);
    }

    /** What was not read in time counts as nothing. */
    private static long readAll(Connection connection, String read) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(read)) {
            rows.next();
            return rows.getObject(1) instanceof Boolean found ? found ? 1 : 0 : rows.getLong(1);
        } catch (SQLException late) {
            if (OUT_OF_TIME.equals(late.getSQLState())) {
                return 0;
            }
            throw late;
        }
    }
}
