// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.RegisterEntry;
import orgmemory.message.Envelope;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.StageMessages.RecordStage;
import orgmemory.message.people.StageMessages.StageCommand;
import orgmemory.message.people.StageMessages.StageEvent;
import orgmemory.message.people.StageMessages.StageRecorded;
import org.jspecify.annotations.Nullable;

/** The forum's stage: one after the other, and back only for a reason. A forum of which nothing is told is in the first. */
public final class ForumStage implements Decider<ForumStage.State, StageCommand, StageEvent> {

    /** The stage, null where none was told, and since when. */
    public record State(@Nullable DevelopmentStage stage, @Nullable LocalDate since) {

        static final State NONE = new State(null, null);
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<StageEvent> decide(State state, StageCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case RecordStage record -> record(state, record, context);
        });
    }

    static StageRecorded record(State state, RecordStage command, DecisionContext context) {
        var next = command.stage();
        context.notBeforeLast(state.since);
        context.rule(next != state.stage, "stage.same", next);
        var before = Objects.requireNonNullElse(state.stage, DevelopmentStage.PROFESSIONAL_DEVELOPMENT);
        context.rule(next.compareTo(before.next()) <= 0, "stage.skipped", next);
        context.rule(next.compareTo(before) >= 0 || command.reason() != null, "stage.reason-needed");
        context.rule(context.envelope().sourceRef() != null, "stage.source-needed");
        return new StageRecorded(next, command.reason());
    }

    @Override
    public List<RegisterEntry> registers(StageEvent event, LocalDate day) {
        return switch (event) {
            case StageRecorded recorded -> List.of(RegisterEntry.stage(recorded.stage(), day));
        };
    }

    @Override
    public State evolve(State state, StageEvent event, Envelope envelope) {
        return switch (event) {
            case StageRecorded recorded -> new State(recorded.stage(), envelope.occurredOn());
        };
    }
}
