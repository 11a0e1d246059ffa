// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
        var earlier = TestDatabase.with("register");
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
}
