// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import static orgmemory.message.people.DevelopmentStage.LEARNING_AND_INFLUENCING;
import static orgmemory.message.people.DevelopmentStage.PROFESSIONAL_DEVELOPMENT;
import static orgmemory.message.people.DevelopmentStage.SELF_MANAGED_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import orgmemory.command.DecisionContext;
import orgmemory.command.Refused;
import orgmemory.command.World;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.StageMessages.RecordStage;
import orgmemory.message.people.StageMessages.StageEvent;
import orgmemory.message.people.StageMessages.StageRecorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForumStageTest {

    private final World world = new World().on("2016-09-01");

    @Test
    void begins_with_the_first_or_the_second() {
        assertThat(entering(PROFESSIONAL_DEVELOPMENT, null))
                .isEqualTo(new StageRecorded(PROFESSIONAL_DEVELOPMENT, null));
        assertThat(entering(LEARNING_AND_INFLUENCING, null)).isNotNull();
        Refused.with("stage.skipped", () -> entering(SELF_MANAGED_GROUPS, null));
    }

    @Test
    void is_followed_by_the_next_one_and_no_other() {
        recorded(PROFESSIONAL_DEVELOPMENT);
        Refused.with("stage.skipped", () -> entering(SELF_MANAGED_GROUPS, "we can"));
        Refused.with("stage.same", () -> entering(PROFESSIONAL_DEVELOPMENT, "again"));
        assertThat(entering(LEARNING_AND_INFLUENCING, null)).isNotNull();
    }

    @Test
    void is_gone_back_from_with_a_reason_alone() {
        recorded(SELF_MANAGED_GROUPS);
        Refused.with("stage.reason-needed", () -> entering(LEARNING_AND_INFLUENCING, null));
        assertThat(entering(LEARNING_AND_INFLUENCING, "too early"))
                .isEqualTo(new StageRecorded(LEARNING_AND_INFLUENCING, "too early"));
        assertThat(entering(PROFESSIONAL_DEVELOPMENT, "much too early")).isNotNull();
    }

    @Test
    void is_told_with_its_source() {
        Refused.with("stage.source-needed", () -> enter(PROFESSIONAL_DEVELOPMENT, null, context(null)));
    }

    @Test
    void is_told_in_order_unless_it_is_imported() {
        recorded(PROFESSIONAL_DEVELOPMENT);
        world.on("2016-08-31");
        Refused.with("occurred-on.before-last-fact", () -> entering(LEARNING_AND_INFLUENCING, null));
        assertThat(enter(SELF_MANAGED_GROUPS, null, world.importing())).isNotNull();
    }

    @Test
    void is_known_to_the_register_from_its_first_day() {
        world.on("2017-09-01");
        recorded(LEARNING_AND_INFLUENCING);
        world.on("2018-09-01");
        recorded(SELF_MANAGED_GROUPS);

        assertThat(stage("2017-08-31")).isEqualTo(PROFESSIONAL_DEVELOPMENT);
        assertThat(stage("2017-09-01")).isEqualTo(LEARNING_AND_INFLUENCING);
        assertThat(stage("2018-08-31")).isEqualTo(LEARNING_AND_INFLUENCING);
        assertThat(stage("2018-09-01")).isEqualTo(SELF_MANAGED_GROUPS);
    }

    private DevelopmentStage stage(String day) {
        return world.register().stage(LocalDate.parse(day));
    }

    private void recorded(DevelopmentStage stage) {
        world.happened(new StageRecorded(stage, null));
    }

    private StageEvent entering(DevelopmentStage stage, @Nullable String reason) {
        return enter(stage, reason, context("minutes, item 3"));
    }

    private StageEvent enter(DevelopmentStage stage, @Nullable String reason, DecisionContext context) {
        return new ForumStage().decide(
                world.state(ForumStage.State.NONE,
                        (state, event, envelope) -> new ForumStage().evolve(state, (StageEvent) event,
                                envelope)),
                new RecordStage(stage, null, reason), context).getFirst();
    }

    private DecisionContext context(@Nullable String source) {
        var envelope = new Envelope(Subject.of("person", "MEM"), Capacity.MEM, null, Attestation.SELF,
                world.day(), null, null, Visibility.INSTITUTE, source, Language.en,
                UUID.randomUUID().toString());
        return new DecisionContext(envelope, World.TODAY, world.register());
    }
}
