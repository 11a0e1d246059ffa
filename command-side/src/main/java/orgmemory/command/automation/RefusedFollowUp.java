// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import java.util.List;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.message.Envelope;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpMessages.FollowUpCommand;
import orgmemory.message.automation.FollowUpMessages.FollowUpEvent;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.automation.FollowUpMessages.FollowUpSettled;
import orgmemory.message.automation.FollowUpMessages.RecordRefusedFollowUp;
import orgmemory.message.automation.FollowUpMessages.SettleFollowUp;
import org.jspecify.annotations.Nullable;

/** What was to follow of itself and was refused, until somebody has seen to it, once. */
public final class RefusedFollowUp
        implements
            Decider<RefusedFollowUp.State, FollowUpCommand, FollowUpEvent> {

    /** What it was about, null before anything was refused, and whether somebody has seen to it. */
    public record State(@Nullable Subject about, boolean settled) {

        static final State NONE = new State(null, false);
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
    public List<FollowUpEvent> decide(State state, FollowUpCommand command, DecisionContext context) {
        return List.of(switch (command) {
            case RecordRefusedFollowUp refused -> refused(state, refused);
            case SettleFollowUp settle -> settle(state, settle, context);
        });
    }

    static FollowUpRefused refused(State state, RecordRefusedFollowUp command) {
        if (state.about != null) {
            throw DecisionContext.exists(command.stream());
        }
        return new FollowUpRefused(command.followUpId(), command.about(), command.automation(),
                command.command(), command.rule(), command.hebrew(), command.english());
    }

    static FollowUpSettled settle(State state, SettleFollowUp command, DecisionContext context) {
        if (state.about == null) {
            throw DecisionContext.unknown(command.stream());
        }
        context.rule(!state.settled, "follow-up.settled", command.followUpId());
        return new FollowUpSettled(command.followUpId(), state.about, command.how());
    }

    @Override
    public State evolve(State state, FollowUpEvent event, Envelope envelope) {
        return switch (event) {
            case FollowUpRefused refused -> new State(refused.about(), state.settled);
            case FollowUpSettled settled -> new State(settled.about(), true);
        };
    }
}
