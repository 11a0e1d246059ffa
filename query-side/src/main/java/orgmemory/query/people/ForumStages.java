// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.StageMessages;
import orgmemory.message.people.StageMessages.StageEvent;
import orgmemory.message.people.StageMessages.StageRecorded;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which stage is the forum, and since when? */
@Component
public final class ForumStages implements View<ForumStages.Stage> {

    /**
     * A stage.
     *
     * @param since  its first day
     * @param reason why the forum is in it, where that was said
     */
    public record Stage(@Nullable DevelopmentStage stage, @Nullable LocalDate since,
            @Nullable String reason) {
    }

    @Override
    public String name() {
        return "ForumStage";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Stage> stateType() {
        return Stage.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return fact.event() instanceof StageEvent ? List.of(StageMessages.FORUM.id()) : List.of();
    }

    @Override
    public Stage initial(String key) {
        return new Stage(null, null, null);
    }

    @Override
    public Stage evolve(Stage before, Fact fact) {
        return fact.event() instanceof StageRecorded recorded
                ? new Stage(recorded.stage(), fact.day(), recorded.reason())
                : before;
    }

    @Override
    public Subject entity(String key) {
        return new Subject(StageMessages.FORUM.type(), key);
    }
}
