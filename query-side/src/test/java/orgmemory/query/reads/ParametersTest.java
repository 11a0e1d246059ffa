// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import orgmemory.access.HttpProblem;
import orgmemory.message.Subject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParametersTest {

    private static final Set<String> KNOWN = Set.of("subject", "actor", "from", "limit", "order", "cursor");

    private static Parameters given(String... namesAndValues) {
        var given = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Parameters(given, KNOWN);
    }

    @Test
    void what_is_not_understood_is_refused() {
        refused(() -> given("colour", "red"));
        refused(() -> given("limit", "1", "limit", "2"));
        refused(() -> given("subject", "a\0b"));
    }

    @Test
    void a_page_has_from_one_to_a_thousand_rows() {
        assertThat(given().limit()).isEqualTo(100);
        assertThat(given("limit", "1000").limit()).isEqualTo(1000);
        refused(() -> given("limit", "0").limit());
        refused(() -> given("limit", "1001").limit());
        refused(() -> given("limit", "many").limit());
    }

    @Test
    void an_actor_may_leave_out_that_it_is_a_person() {
        assertThat(given("actor", "D4").subject("actor", "person")).isEqualTo(Subject.of("person/D4"));
        assertThat(given("actor", "body/B").subject("actor", "person")).isEqualTo(Subject.of("body/B"));
        refused(() -> given("subject", "D4").subject("subject", null));
        refused(() -> given("subject", "line/D 4").subject("subject", null));
    }

    @Test
    void a_time_is_a_day_or_an_instant() {
        assertThat(given("from", "2016-11-30").dayOrInstant("from")).isEqualTo(LocalDate.of(2016, 11, 30));
        assertThat(given("from", "2016-11-30T08:00:00Z").dayOrInstant("from"))
                .isEqualTo(Instant.parse("2016-11-30T08:00:00Z"));
        refused(() -> given("from", "30.11.16").dayOrInstant("from"));
        refused(() -> given("to", "+999999999-12-31").dayOrInstant("to"));
        refused(() -> given("from", "-999999999-01-01").dayOrInstant("from"));
        refused(() -> given("from", "-1000000000-01-01T00:00:00Z").dayOrInstant("from"));
    }

    @Test
    void the_first_word_counts_where_none_is_given() {
        assertThat(given().oneOf("order", List.of("oldest", "newest"))).isEqualTo("oldest");
        assertThat(given("order", "newest").oneOf("order", List.of("oldest", "newest"))).isEqualTo("newest");
        refused(() -> given("order", "up").oneOf("order", List.of("oldest", "newest")));
    }

    private static void refused(ThrowingCallable read) {
        assertThatThrownBy(read).isInstanceOfSatisfying(HttpProblem.class,
                problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
