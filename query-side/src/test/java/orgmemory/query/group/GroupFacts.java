// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.group.GroupEndMessages.GroupConcluded;
import orgmemory.message.group.GroupEndMessages.GroupLapsed;
import orgmemory.message.group.GroupEndMessages.GroupPaused;
import orgmemory.message.group.GroupEndMessages.GroupResumed;
import orgmemory.message.group.GroupEndMessages.GroupsMerged;
import orgmemory.message.group.GroupEndMessages.Loose;
import orgmemory.message.group.GroupEndMessages.Mover;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.GroupSessionMessages.GroupAgendaItemProposed;
import orgmemory.message.group.GroupSessionMessages.GroupSessionRecorded;
import orgmemory.message.group.GroupSessionMessages.LearningGoalSet;
import orgmemory.message.group.GroupSessionMessages.LearningOutputRecorded;
import orgmemory.message.group.LeadTurnMessages.GroupLeadRotated;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSkipped;
import orgmemory.message.group.LeadTurnMessages.LeadTurnSwapped;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.JoiningObjected;
import orgmemory.message.group.MembershipMessages.JoiningObjectionWithdrawn;
import orgmemory.message.group.MembershipMessages.JoiningWithdrawn;
import orgmemory.message.group.MembershipMessages.LearningGroupJoinRequested;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.people.PersonId;
import orgmemory.query.Facts;
import org.jspecify.annotations.Nullable;

/** Plausible facts of groups. Who is named does it. */
public final class GroupFacts extends Facts {

    private @Nullable LocalDate lapses = LocalDate.of(2017, 1, 30);

    public GroupFacts on(String day) {
        on(LocalDate.parse(day));
        return this;
    }

    /** From now on groups lapse on that day; null for not at all. */
    public GroupFacts lapsing(@Nullable String day) {
        lapses = day == null ? null : LocalDate.parse(day);
        return this;
    }

    public GroupFacts proposed(String id, String by, String topic) {
        return add(by, new LearningGroupProposed(new GroupId(id), topic, "Many of us lead one.",
                Rhythm.MONTHLY, LocalDate.of(2017, 1, 30)));
    }

    public GroupFacts joined(String id, String relevance, String... people) {
        Stream.of(people)
                .forEach(person -> add(person, new LearningGroupJoined(new GroupId(id), new PersonId(person),
                        relevance, false, lapses)));
        return this;
    }

    public GroupFacts guest(String id, String person) {
        return add(person, new LearningGroupJoined(new GroupId(id), new PersonId(person), "I listen.", true,
                lapses));
    }

    public GroupFacts left(String id, String person) {
        return add(person, new GroupLeft(new GroupId(id), new PersonId(person), null, lapses));
    }

    public GroupFacts agreed(String id, String by, String rules, LeadRotation rotation) {
        return add(by, new GroupCharterAgreed(new GroupId(id), rules, GroupMethod.CONSENT, rotation, 2,
                Joining.OPEN));
    }

    public GroupFacts activated(String id, String by) {
        return add(by, new GroupActivated(new GroupId(id)));
    }

    public GroupFacts agreed(String id, String by, Joining joining) {
        return add(by,
                new GroupCharterAgreed(new GroupId(id), "We listen to each other.", GroupMethod.CONSENT,
                        LeadRotation.ROUND_ROBIN, 2, joining));
    }

    public GroupFacts requested(String id, String person, String admitOn) {
        return add(person, new LearningGroupJoinRequested(new GroupId(id), new PersonId(person), "To learn",
                false, LocalDate.parse(admitOn)));
    }

    public GroupFacts objected(String id, String by, String person, @Nullable String why) {
        seenBy(Visibility.group(new GroupId(id)).toString());
        add(by, new JoiningObjected(new GroupId(id), new PersonId(person), why));
        seenBy(Visibility.INSTITUTE.toString());
        return this;
    }

    public GroupFacts objectsNoMore(String id, String by, String person) {
        seenBy(Visibility.group(new GroupId(id)).toString());
        add(by, new JoiningObjectionWithdrawn(new GroupId(id), new PersonId(person), null));
        seenBy(Visibility.INSTITUTE.toString());
        return this;
    }

    public GroupFacts withdrawn(String id, String person) {
        return add(person, new JoiningWithdrawn(new GroupId(id), new PersonId(person), null));
    }

    /** Somebody passes the lead on to another, for two months. */
    public GroupFacts led(String id, String by, @Nullable String from, String to, @Nullable String why,
            String until) {
        return add(by, new GroupLeadRotated(new GroupId(id), from == null ? null : new PersonId(from),
                new PersonId(to), why, LocalDate.parse(until)));
    }

    public GroupFacts swapped(String id, String one, String other) {
        return add(one, new LeadTurnSwapped(new GroupId(id), new PersonId(one), new PersonId(other),
                "One travels."));
    }

    public GroupFacts skipped(String id, String person) {
        return add(person, new LeadTurnSkipped(new GroupId(id), new PersonId(person), "No time."));
    }

    public GroupFacts paused(String id, String by) {
        return add(by, new GroupPaused(new GroupId(id), null));
    }

    public GroupFacts resumed(String id, String by) {
        return add(by, new GroupResumed(new GroupId(id)));
    }

    public GroupFacts concluded(String id, String by, String summary) {
        return add(by, new GroupConcluded(new GroupId(id), summary, "More of it.",
                new Loose(null, List.of())));
    }

    /** A group of one is merged into another. */
    public GroupFacts merged(String id, String into, String by, String why) {
        return add(by, new GroupsMerged(new GroupId(id), new GroupId(into), why,
                List.of(new Mover(new PersonId(by), "To learn")), new Loose(null, List.of())));
    }

    public GroupFacts lapsed(String id) {
        return add("MEM", new GroupLapsed(new GroupId(id), new Loose(null, List.of())));
    }

    /** A session of which D1 and others said something that stays inside. */
    public GroupFacts met(String id, String by, String contents, String... people) {
        seenBy(Visibility.group(new GroupId(id)).toString());
        add(by, new GroupAgendaItemProposed(new GroupId(id), "What is hard"));
        add(by, new GroupSessionRecorded(new GroupId(id), Stream.of(people).map(PersonId::new).toList(),
                contents, "To ask first."));
        seenBy(Visibility.INSTITUTE.toString());
        return this;
    }

    public GroupFacts learned(String id, String by, String goal, String output) {
        add(by, new LearningGoalSet(new GroupId(id), goal));
        return add(by, new LearningOutputRecorded(new GroupId(id), output));
    }

    /** Who is a member of which groups after all of these. */
    public static Map<PersonId, Set<Subject>> memberships(List<StoredEvent> events) {
        var groups = new HashMap<PersonId, Set<Subject>>();
        for (var stored : events) {
            switch (stored.event()) {
                case LearningGroupJoined joined when !joined.guest() ->
                    groups.computeIfAbsent(joined.personId(), _ -> new HashSet<>()).add(joined.stream());
                case GroupLeft left ->
                    groups.getOrDefault(left.personId(), new HashSet<>()).remove(left.stream());
                default -> {
                    // It says nothing of members.
                }
            }
        }
        return groups;
    }

    private GroupFacts add(String person, Event event) {
        by(person);
        add(event);
        return this;
    }
}
