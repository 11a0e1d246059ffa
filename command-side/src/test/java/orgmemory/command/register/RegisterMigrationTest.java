// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Subject;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterMigrationTest {

    private static final LocalDate DAY = LocalDate.of(2016, 9, 1);

    @Test
    void what_an_earlier_release_said_of_persons_bodies_and_areas_is_known() throws Exception {
        var earlier = TestDatabase.with("journal", "register");
        try (var connection = earlier.owner().getConnection();
                var statement = connection.createStatement();
                var script = Objects.requireNonNull(
                        RegisterReader.class.getResourceAsStream("/db/register/V4__what_exists.sql"))) {
            statement.execute(
                    """
                            insert into register.entry (kind, key, event_id, origin, position, stands, from_day)
                            values ('PERSON', 'D4', 'e1', 1, 1, true, '2016-09-01');
                            insert into register.row (kind, key, from_day)
                            values ('PERSON', 'D4', '2016-09-01'), ('BODY', 'B', '2016-09-01'), ('AREA', 'A', '2016-09-01');
                            insert into register.row (kind, key, holder, from_day)
                            values ('MANAGER', 'D4', 'DOMAIN', '2016-09-01')""");
            statement.execute(new String(script.readAllBytes(), UTF_8));
            try (var entries = statement.executeQuery("select kind || ' ' || key from register.entry")) {
                entries.next();
                assertThat(entries.getString(1)).isEqualTo("EXISTS person/D4");
            }
        }
        var reader = new RegisterReader(earlier.app());
        assertThat(List.of(new PersonId("D4").subject(), new AreaId("A").subject(), new Subject("body", "B"),
                new Subject("manager", "D4")))
                .allSatisfy(id -> assertThat(reader.exists(id, DAY)).isTrue())
                .allSatisfy(id -> assertThat(reader.exists(id, DAY.minusDays(1))).isFalse());
        assertThat(reader.exists(new Subject("area", "D4"))).isFalse();
    }

    @Test
    void lines_of_an_earlier_release_use_their_areas_as_their_last_correction_has_it() throws Exception {
        var earlier = TestDatabase.with("journal", "register");
        try (var connection = earlier.owner().getConnection();
                var statement = connection.createStatement();
                var script = Objects.requireNonNull(RegisterReader.class
                        .getResourceAsStream("/db/register/V5__what_areas_are_used_by.sql"))) {
            fact(statement, 1, "budget.line-drafted", "2016-09-01", "{'lineId':'BY:L1','areaId':'A'}");
            fact(statement, 2, "budget.line-drafted", "2016-09-02", "{'lineId':'BY:L2'}");
            fact(statement, 3, "budget.line-drafted", "2016-09-03", "{'lineId':'BY:L3','areaId':'A'}");
            fact(statement, 4, "budget.line-drafted", "2016-09-04", "{'lineId':'BY:L4','areaId':'A'}");
            fact(statement, 5, "record.annulled", "2016-10-01", "{'eventId':'e3'}");
            fact(statement, 6, "record.corrected", "2016-10-01",
                    "{'eventId':'e4','occurredOn':'2016-09-05','replacement':{'lineId':'BY:L4','areaId':'B'}}");
            fact(statement, 7, "record.corrected", "2016-10-01",
                    "{'eventId':'e4','occurredOn':'2016-09-06','replacement':{'lineId':'BY:L4','areaId':'C'}}");
            statement.execute(new String(script.readAllBytes(), UTF_8));
        }
        for (var table : List.of("entry", "row")) {
            try (var connection = earlier.app().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement
                            .executeQuery("select string_agg(key || ' ' || holder || ' ' || from_day, ',' "
                                    + "order by key) from register." + table + " where kind = 'USED'")) {
                rows.next();
                assertThat(rows.getString(1))
                        .isEqualTo("area/A budget-year/BY 2016-09-01,area/C budget-year/BY 2016-09-06");
            }
        }
    }

    private static void fact(Statement statement, int position, String name, String day, String payload)
            throws SQLException {
        statement.execute(
                """
                        insert into journal.event values (%1$d, 'e%1$d', 'budget-year/BY', %1$d - 1, 'line/%1$d', 1, '%2$s', 1, now(),
                            '%3$s', '%3$s', false, '{}', convert_to('%4$s', 'UTF8'))
                        """
                        .formatted(position, name, day, payload.replace('\'', '"')));
    }
}
