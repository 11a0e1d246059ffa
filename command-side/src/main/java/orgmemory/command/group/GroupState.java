// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import orgmemory.command.DecisionContext;
import orgmemory.message.Capacity;
import orgmemory.message.group.GroupEndMessages.Loose;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.LeadTurns;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a group need to know of it.
 *
 * @param charter null until one is agreed
 */
public record GroupState(Stage stage, @Nullable Charter charter, Members members, Lead lead, Days days) {

    static final GroupState NONE = new GroupState(Stage.NONE, null, Members.NONE,
            new Lead(null, LeadTurns.NONE), new Days(null, null));

    /** Where a group stands; what comes after a pause is an end. */
    public enum Stage {
        NONE,
        /** Nobody has joined yet. */
        PROPOSED, FORMING, ACTIVE, PAUSED, CONCLUDED, LAPSED, MERGED;

        boolean over() {
            return compareTo(PAUSED) > 0;
        }
    }

    /** What the charter says that rules ask for. */
    public record Charter(LeadRotation leadRotation, @Nullable Integer termMonths, Joining joining) {
    }

    /** Who leads, nobody where it is null, and in which order the others follow. */
    public record Lead(@Nullable PersonId present, LeadTurns turns) {
    }

    /** The first day, and the last one of what concerns all of it: people come and go in no order among them. */
    public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
    }

    /** Goes to a stage, unless it is over: that stays, whichever of its facts is of the earlier day. */
    GroupState at(Stage next) {
        return stage.over() ? this : new GroupState(next, charter, members, lead, days);
    }

    /** Goes to a stage of its beginning, unless it is further. */
    GroupState atLeast(Stage next) {
        return next.compareTo(stage) > 0 ? at(next) : this;
    }

    GroupState agreed(Charter next) {
        return new GroupState(stage, next, members, lead, days);
    }

    GroupState with(UnaryOperator<Members> change) {
        return new GroupState(stage, charter, change.apply(members), lead, days);
    }

    GroupState turns(UnaryOperator<LeadTurns> change) {
        return leading(new Lead(lead.present, change.apply(lead.turns)));
    }

    GroupState leading(Lead next) {
        return new GroupState(stage, charter, members, next, days);
    }

    /** Nobody leads any more, where it was them. */
    GroupState leadingNoMore(PersonId person) {
        return person.equals(lead.present) ? leading(new Lead(null, lead.turns)) : this;
    }

    /** Remembers that all of it had a fact on that day. */
    GroupState seen(LocalDate day) {
        var first = days.first == null || day.isBefore(days.first) ? day : days.first;
        var last = days.last == null || day.isAfter(days.last) ? day : days.last;
        return new GroupState(stage, charter, members, lead, new Days(first, last));
    }

    /** What it leaves open where it ends now. */
    Loose loose() {
        return new Loose(lead.present, members.requests().stream().map(Members.Request::personId).toList());
    }

    /** Refuses where there is no such group, or it is over, and a day before there was. */
    void mustBeOpen(GroupCommand command, DecisionContext context) {
        if (stage == Stage.NONE) {
            throw DecisionContext.unknown(command.stream());
        }
        context.rule(!stage.over(), "group.over", command.groupId());
        context.notBeforeWhole(days.first);
    }

    /** The same, and refuses whoever is no member: all who are may do the same. A keeper tells of the past. */
    void mustBeMembers(GroupCommand command, DecisionContext context) {
        mustBeOpen(command, context);
        if (context.capacity() == Capacity.MEM) {
            mustBePast(context);
        } else {
            context.right(members.isMember(context.speaker(), context.occurredOn()), "group.not-member",
                    command.groupId());
        }
    }

    /** The same, of what concerns all of it, in the order of its days. */
    void mustBeNext(GroupCommand command, DecisionContext context) {
        mustBeMembers(command, context);
        context.notBeforeLast(days.last);
    }

    /** Refuses keepers who would act for others today. */
    static void mustBePast(DecisionContext context) {
        context.right(context.occurredOn().isBefore(context.today()), "group.keeper-past");
    }
}
