// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import orgmemory.journal.EventCodec;
import orgmemory.journal.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppendChainTest {

    @Test
    void all_that_it_holds_is_let_go_also_where_an_ending_fails() {
        var ended = new ArrayList<Boolean>();
        try (var commits = new GroupCommit(TestDatabase.with().app(), new EventCodec(), Clock.systemUTC(),
                List.of())) {
            var chain = commits.chain();
            chain.atEnd(ended::add);
            chain.atEnd(whole -> fails("the last"));
            chain.atEnd(whole -> fails("the first"));

            assertThatThrownBy(chain::close).hasMessage("the first")
                    .satisfies(first -> assertThat(first.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("the last"));
        }
        assertThat(ended).containsExactly(true);
    }

    private static void fails(String which) {
        throw new IllegalStateException(which);
    }
}
