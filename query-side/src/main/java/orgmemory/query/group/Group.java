// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.people.PersonId;
import orgmemory.query.group.Leading.Lead;
import org.jspecify.annotations.Nullable;

/**
 * A group as all may know it. What is said inside stands in the facts, for those who may see them.
 *
 * @param state    absent where its proposal is not known
 * @param charter  how it manages itself; absent until that is agreed
 * @param people   all who are or were in it, once for each time, in the order in which they joined
 * @param requests who wishes to be in it and is not yet
 * @param lapsesOn the day on which it lapses unless it has three members before; absent while it has
 * @param ending   how it ended; absent while it goes on
 */
public record Group(GroupId groupId, @Nullable GroupStage state, @Nullable Origin origin,
        @Nullable Charter charter, List<Member> people, List<Request> requests, Lead lead,
        @Nullable LocalDate lapsesOn, @Nullable Ending ending) {

    /** Where a group stands. */
    public enum GroupStage {
        /** Nobody has joined yet. */
        PROPOSED, FORMING, ACTIVE, PAUSED, CONCLUDED, LAPSED, MERGED
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

        /** Whether who has led least recently is next. */
        public boolean inTurns() {
            return leadRotation == LeadRotation.ROUND_ROBIN;
        }
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

    /** Somebody who wishes to be in it, and from which day on they are where no member objects. */
    public record Request(PersonId personId, String relevance, LocalDate askedOn, LocalDate admitOn) {
    }

    /**
     * How it ended, and since when it is over.
     *
     * @param summary what was learned, or why it was merged
     * @param into    the group that it was merged into; absent where it was not
     */
    public record Ending(@Nullable String summary, @Nullable String remains, LocalDate on,
            @Nullable GroupId into) {

        public Ending(@Nullable String summary, @Nullable String remains, LocalDate on) {
            this(summary, remains, on, null);
        }
    }

    static Group unknown(GroupId id) {
        return new Group(id, null, null, null, List.of(), List.of(), Lead.NONE, null, null);
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

    /** Whether it is over: nothing more happens in it. */
    public boolean over() {
        return ending != null;
    }

    /** Whether it has begun and goes on. */
    boolean begun() {
        return state == GroupStage.ACTIVE;
    }

    /** Who is in it, as a member or a guest. */
    Optional<Member> inside(@Nullable PersonId person) {
        return people.stream().filter(each -> each.present() && each.personId.equals(person)).findFirst();
    }

    boolean isMember(@Nullable PersonId person) {
        return inside(person).filter(each -> !each.guest).isPresent();
    }

    Optional<Request> request(@Nullable PersonId person) {
        return requests.stream().filter(each -> each.personId.equals(person)).findFirst();
    }

    Group proposed(Origin said, LocalDate lapses) {
        var next = state == null ? GroupStage.PROPOSED : state;
        return new Group(groupId, next, said, charter, people, requests, lead, lapses, ending);
    }

    Group agreed(Charter next) {
        return new Group(groupId, state, origin, next, people, requests, lead, lapsesOn, ending);
    }

    /** Goes to a stage, unless it is over. */
    Group at(GroupStage next) {
        return ending != null
                ? this
                : new Group(groupId, next, origin, charter, people, requests, lead, lapsesOn, null);
    }

    /** Goes to a stage of its beginning, unless it is further. */
    Group atLeast(GroupStage next) {
        return state == null || next.compareTo(state) > 0 ? at(next) : this;
    }

    Group ended(GroupStage how, Ending end) {
        return ending != null
                ? this
                : new Group(groupId, how, origin, charter, people, List.of(), lead.over(end.on), null, end);
    }

    Group leading(UnaryOperator<Lead> change) {
        return new Group(groupId, state, origin, charter, people, requests, change.apply(lead), lapsesOn,
                ending);
    }

    Group requested(Request request) {
        return requests(Stream.concat(without(request.personId).stream(), Stream.of(request)).toList());
    }

    Group requestedNoMore(PersonId person) {
        return requests(without(person));
    }

    private List<Request> without(PersonId person) {
        return requests.stream().filter(each -> !each.personId.equals(person)).toList();
    }

    private Group requests(List<Request> next) {
        return new Group(groupId, state, origin, charter, people, next, lead, lapsesOn, ending);
    }

    Group joined(Member member, @Nullable LocalDate lapses) {
        var all = Stream.concat(people.stream(), Stream.of(member)).toList();
        var next = member.guest ? lead : lead.joined(member.personId);
        return new Group(groupId, state, origin, charter, all, without(member.personId), next, lapses,
                ending);
    }

    Group left(PersonId person, LocalDate day, @Nullable LocalDate lapses) {
        var all = people.stream()
                .map(each -> each.present() && each.personId.equals(person)
                        ? new Member(person, each.since, day, each.guest, each.relevance)
                        : each)
                .toList();
        return new Group(groupId, state, origin, charter, all, requests, lead.left(person, day), lapses,
                ending);
    }
}
