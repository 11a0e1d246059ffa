// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.util.Optional;
import orgmemory.command.DecisionContext;
import orgmemory.command.group.GroupState.Lead;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.LeadTurnMessages.GroupLeadRotated;
import orgmemory.message.group.LeadTurnMessages.LeadTurnCommand;
import orgmemory.message.group.LeadTurnMessages.LeadTurnEvent;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSkipped;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSwapped;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.LeadTurnMessages.SkipLeadTurn;
import orgmemory.message.group.LeadTurnMessages.SwapLeadTurn;
import orgmemory.message.people.PersonId;

/** How the lead of a group passes on: by its charter or with a reason, and never to one of the managers' managers. */
final class GroupLead {

    private GroupLead() {
    }

    static GroupEvent decide(GroupState state, LeadTurnCommand command, DecisionContext context) {
        state.mustBeNext(command, context);
        return switch (command) {
            case RotateLead rotate -> rotate(state, rotate, context);
            case SwapLeadTurn swap -> swap(state, swap, context);
            case SkipLeadTurn skip -> skip(state, skip, context);
        };
    }

    private static GroupLeadRotated rotate(GroupState state, RotateLead command, DecisionContext context) {
        var to = command.to();
        var before = state.lead().present();
        mustLead(state, to, context);
        context.rule(!to.equals(before), "group.leads-already", to);
        context.rule(command.reason() != null || isByCharter(state, to, context), "group.departure-reason",
                to);
        var charter = state.charter();
        var term = charter == null ? null : charter.termMonths();
        return new GroupLeadRotated(command.groupId(), before, to, command.reason(),
                term == null ? null : context.occurredOn().plusMonths(term));
    }

    /** Whether the lead passes on as the charter says; before there is one, however the members like. */
    private static boolean isByCharter(GroupState state, PersonId to, DecisionContext context) {
        var charter = state.charter();
        return switch (charter == null ? LeadRotation.ELECTED : charter.leadRotation()) {
            case NONE -> state.lead().present() == null;
            case ROUND_ROBIN -> next(state, context).filter(next -> !next.equals(to)).isEmpty();
            case VOLUNTEER -> to.subject().equals(context.speaker());
            case ELECTED -> true;
        };
    }

    /** Whose turn it is, of the members who are there on that day. */
    private static Optional<PersonId> next(GroupState state, DecisionContext context) {
        return state.lead()
                .turns()
                .next(person -> !person.equals(state.lead().present())
                        && state.members().isMember(person.subject(), context.occurredOn())
                        && !context.register().onLeave(person, context.occurredOn())
                        && !isManagersManager(person, context));
    }

    private static LeadTurnSwapped swap(GroupState state, SwapLeadTurn command, DecisionContext context) {
        mustHaveTurns(state, command, context);
        if (command.one().equals(command.other())) {
            throw new Rejected("group.swap-oneself", command.one());
        }
        mustLead(state, command.one(), context);
        mustLead(state, command.other(), context);
        return new LeadTurnSwapped(command.groupId(), command.one(), command.other(), command.reason());
    }

    private static LeadTurnSkipped skip(GroupState state, SkipLeadTurn command, DecisionContext context) {
        mustHaveTurns(state, command, context);
        mustLead(state, command.personId(), context);
        context.rule(!state.lead().turns().passed().contains(command.personId()), "group.skipped",
                command.personId());
        return new LeadTurnSkipped(command.groupId(), command.personId(), command.reason());
    }

    private static void mustHaveTurns(GroupState state, LeadTurnCommand command, DecisionContext context) {
        var charter = state.charter();
        context.rule(charter != null && charter.leadRotation() == LeadRotation.ROUND_ROBIN,
                "group.no-turns", command.groupId());
    }

    /** Refuses who cannot lead. */
    private static void mustLead(GroupState state, PersonId person, DecisionContext context) {
        context.known(person.subject());
        context.rule(!isManagersManager(person, context), "group.lead-managers-manager", person);
        context.rule(state.members().isMember(person.subject(), context.occurredOn()),
                "group.lead-not-member", person);
    }

    private static boolean isManagersManager(PersonId person, DecisionContext context) {
        return context.register().roles(person, context.occurredOn()).contains(Capacity.MM);
    }

    static GroupState evolve(GroupState state, LeadTurnEvent event) {
        return switch (event) {
            case GroupLeadRotated rotated ->
                state.leading(new Lead(rotated.to(), state.lead().turns().led(rotated.to())));
            case LeadTurnSwapped swapped ->
                state.turns(turns -> turns.swapped(swapped.one(), swapped.other()));
            case LeadTurnSkipped skipped -> state.turns(turns -> turns.skipped(skipped.personId()));
        };
    }
}
