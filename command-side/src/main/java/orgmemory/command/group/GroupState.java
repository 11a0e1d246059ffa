// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.LeadTurns;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a group need to know of it.
 *
 * @param charter  null until one is agreed
 * @param people   all who are or were in it, once for each time, in the order in which they joined
 * @param lapsesOn when it lapses unless it has three members before; null while it has
 */
public record GroupState(Stage stage, @Nullable Charter charter, List<Member> people, Lead lead,
        @Nullable LocalDate lapsesOn, Days days) {

    /** Fewer do not make a group. */
    static final int FEWEST = 3;

    static final GroupState NONE = new GroupState(Stage.NONE, null, List.of(), new Lead(null, LeadTurns.NONE),
            null, new Days(null, null));

    /** Where a group stands. */
    public enum Stage {
        NONE,
        /** Nobody has joined yet. */
        PROPOSED, FORMING, ACTIVE
    }

    /** What the charter says that rules ask for. */
    public record Charter(LeadRotation leadRotation, Joining joining) {
    }

    /**
     * Somebody who is or was in the group.
     *
     * @param until the day on which they left; null while they are in it
     */
    public record Member(PersonId personId, LocalDate since, @Nullable LocalDate until, boolean guest) {

        boolean present() {
            return until == null;
        }

        boolean is(Subject person) {
            return personId.subject().equals(person);
        }
    }

    /** Who leads, nobody where it is null, and in which order the others follow. */
    public record Lead(@Nullable PersonId present, LeadTurns turns) {
    }

    /** The first day, and the last one of what concerns all of it: people come and go in no order among them. */
    public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
    }

    /** Who is in the group, as a member or a guest. */
    Optional<Member> inside(Subject person) {
        return people.stream().filter(each -> each.present() && each.is(person)).findFirst();
    }

    /** Whether somebody is a member, and was on that day. */
    boolean isMember(Subject person, LocalDate day) {
        return inside(person).filter(each -> !each.guest && !each.since.isAfter(day)).isPresent();
    }

    /** How many members it has of those who had joined by that day; guests do not count. */
    long members(LocalDate day) {
        return people.stream()
                .filter(each -> each.present() && !each.guest && !each.since.isAfter(day))
                .count();
    }

    boolean enough() {
        return members(LocalDate.MAX) >= FEWEST;
    }

    GroupState at(Stage next) {
        var later = next.compareTo(stage) > 0 ? next : stage;
        return new GroupState(later, charter, people, lead, lapsesOn, days);
    }

    GroupState agreed(Charter next) {
        return new GroupState(stage, next, people, lead, lapsesOn, days);
    }

    GroupState lapsing(@Nullable LocalDate day) {
        return new GroupState(stage, charter, people, lead, day, days);
    }

    GroupState joined(PersonId person, LocalDate day, boolean guest) {
        var all = Stream.concat(people.stream(), Stream.of(new Member(person, day, null, guest))).toList();
        var next = guest ? lead : new Lead(lead.present, lead.turns.joined(person));
        return new GroupState(stage, charter, all, next, lapsesOn, days);
    }

    GroupState left(PersonId person, LocalDate day) {
        var all = people.stream()
                .map(each -> each.present() && each.personId.equals(person)
                        ? new Member(person, each.since, day, each.guest)
                        : each)
                .toList();
        var next = person.equals(lead.present) ? new Lead(null, lead.turns) : lead;
        return new GroupState(stage, charter, all, next, lapsesOn, days);
    }

    /** Remembers that all of it had a fact on that day. */
    GroupState seen(LocalDate day) {
        var first = days.first == null || day.isBefore(days.first) ? day : days.first;
        var last = days.last == null || day.isAfter(days.last) ? day : days.last;
        return new GroupState(stage, charter, people, lead, lapsesOn, new Days(first, last));
    }

    /** Refuses where there is no such group, and a day before there was. */
    void mustBeThere(GroupCommand command, DecisionContext context) {
        if (stage == Stage.NONE) {
            throw DecisionContext.unknown(command.stream());
        }
        context.notBeforeWhole(days.first);
    }

    /** Refuses whoever is no member: all who are may do the same. A keeper tells of the past. */
    void mustBeMember(GroupCommand command, DecisionContext context) {
        if (context.capacity() == Capacity.MEM) {
            mustBePast(context);
        } else {
            context.right(isMember(context.speaker(), context.occurredOn()), "group.not-member",
                    command.groupId());
        }
    }

    /** Refuses keepers who would act for others today. */
    static void mustBePast(DecisionContext context) {
        context.right(context.occurredOn().isBefore(context.today()), "group.keeper-past");
    }
}
