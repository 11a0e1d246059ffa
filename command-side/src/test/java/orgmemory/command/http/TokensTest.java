// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import orgmemory.access.account.Tokens;
import orgmemory.journal.TestDatabase;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokensTest {

    private final TestDatabase database = TestDatabase.with("access");
    private final Tokens tokens = new Tokens(database.app());

    @Test
    void a_token_stands_for_its_person_until_it_is_revoked() {
        var token = tokens.issue(new PersonId("D4"), "test");
        var other = tokens.issue(new PersonId("D7"), "test");

        assertThat(tokens.find(token)).contains(new PersonId("D4"));
        tokens.revoke(token);
        assertThat(tokens.find(token)).isEmpty();
        assertThat(tokens.find(other)).contains(new PersonId("D7"));
        assertThat(tokens.find(token + "x")).isEmpty();
    }

    @Test
    void the_table_holds_nothing_that_opens_anything() throws SQLException {
        var token = tokens.issue(new PersonId("D4"), "test");

        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        try (var connection = database.owner().getConnection();
                var rows = connection.createStatement()
                        .executeQuery("select token::text from access.token token")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).contains("D4").doesNotContain(token);
        }
    }
}
