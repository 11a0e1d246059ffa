// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import orgmemory.journal.TestDatabase;
import orgmemory.query.memory.View;
import orgmemory.query.memory.Views;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuerySideApplicationTest {

    @Test
    void the_query_side_runs_on_its_own_and_finds_every_view() {
        var database = TestDatabase.with();
        try (var context = new SpringApplicationBuilder(QuerySideApplication.class)
                .properties("server.port=0", "spring.main.banner-mode=off",
                        "spring.datasource.url=" + database.jdbcUrl(), "spring.datasource.username=postgres")
                .run()) {
            assertThat(context.getBean(Views.class).all()).extracting(View::name)
                    .containsExactlyInAnyOrder("People", "Areas", "BudgetYears", "BudgetLines", "CutBoard",
                            "MovementTotals", "Consultations", "Groups", "ForumStage", "Due", "FollowUps");
            assertThat(context.getBean(FollowTheJournal.class).isRunning()).isTrue();
            assertThat(context.getBean(ServiceStatus.class).status().lag()).isZero();
            assertThat(context.getBean(ZoneId.class)).isEqualTo(ZoneId.of("Asia/Jerusalem"));
        }
    }
}
