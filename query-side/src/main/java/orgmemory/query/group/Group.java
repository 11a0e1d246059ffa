// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.LeadTurns;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A group as all may know it. What is said inside stands in the facts, for those who may see them.
 *
 * @param state    absent where its proposal is not known
 * @param charter  how it manages itself; absent until that is agreed
 * @param people   all who are or were in it, once for each time, in the order in which they joined
 * @param lapsesOn the day on which it lapses unless it has three members before; absent while it has
 */
public record Group(GroupId groupId, @Nullable GroupStage state, @Nullable Origin origin,
        @Nullable Charter charter, List<Member> people, Lead lead, @Nullable LocalDate lapsesOn) {

    /** Where a group stands. */
    public enum GroupStage {
        /** Nobody has joined yet. */
        PROPOSED, FORMING, ACTIVE
    }

    /** Who proposed it, when and why. */
    public record Origin(String topic, String relevance, Rhythm rhythm, Subject proposedBy,
            @Nullable Subject recordedBy, LocalDate proposedOn) {
    }

    /**
     * How it manages itself.
     *
     * @param termMonths how many months a turn to lead lasts; absent where that is not agreed
     */
    public record Charter(String rules, GroupMethod method, LeadRotation leadRotation,
            @Nullable Integer termMonths, Joining joining, LocalDate agreedOn) {
    }

    /**
     * Somebody who is or was in it.
     *
     * @param relevance what they hoped to learn, or to bring
     * @param until     the day on which they left; absent while they are in it
     */
    public record Member(PersonId personId, LocalDate since, @Nullable LocalDate until, boolean guest,
            String relevance) {

        public boolean present() {
            return until == null;
        }
    }

    /** Who leads, absent where nobody does, and in which order the others follow. */
    public record Lead(@Nullable PersonId present, LeadTurns turns) {
    }

    static Group unknown(GroupId id) {
        return new Group(id, null, null, null, List.of(), new Lead(null, LeadTurns.NONE), null);
    }

    public @Nullable String topic() {
        return origin == null ? null : origin.topic;
    }

    /** Its present members, in the order in which they joined; guests are none. */
    public List<Member> members() {
        return people.stream().filter(each -> each.present() && !each.guest).toList();
    }

    /** Its present guests. */
    public List<Member> guests() {
        return people.stream().filter(each -> each.present() && each.guest).toList();
    }

    /** Who was in it and is no more. */
    public List<Member> former() {
        return people.stream().filter(each -> !each.present()).toList();
    }

    /** Who is in it, as a member or a guest. */
    Optional<Member> inside(@Nullable PersonId person) {
        return people.stream().filter(each -> each.present() && each.personId.equals(person)).findFirst();
    }

    Group proposed(LearningGroupProposed event, Subject by, @Nullable Subject recorder, LocalDate day) {
        var said = new Origin(event.topic(), event.relevance(), event.rhythm(), by, recorder, day);
        return new Group(groupId, state == null ? GroupStage.PROPOSED : state, said, charter, people, lead,
                event.lapsesOn());
    }

    Group agreed(GroupCharterAgreed event, LocalDate day) {
        var next = new Charter(event.rules(), event.method(), event.leadRotation(), event.termMonths(),
                event.joining(), day);
        return new Group(groupId, state, origin, next, people, lead, lapsesOn);
    }

    Group at(GroupStage next) {
        var later = state == null || next.compareTo(state) > 0 ? next : state;
        return new Group(groupId, later, origin, charter, people, lead, lapsesOn);
    }

    Group joined(Member member, @Nullable LocalDate lapses) {
        var next = member.guest
                ? lead
                : new Lead(lead.present, lead.turns.joined(member.personId));
        return new Group(groupId, state, origin, charter,
                Stream.concat(people.stream(), Stream.of(member)).toList(), next, lapses);
    }

    Group left(PersonId person, LocalDate day, @Nullable LocalDate lapses) {
        var all = people.stream()
                .map(each -> each.present() && each.personId.equals(person)
                        ? new Member(person, each.since, day, each.guest, each.relevance)
                        : each)
                .toList();
        var next = person.equals(lead.present) ? new Lead(null, lead.turns) : lead;
        return new Group(groupId, state, origin, charter, all, next, lapses);
    }
}
