// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.stream.Stream;
import orgmemory.message.Event;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.MembershipMessages.GroupLeft;
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

    private GroupFacts add(String person, Event event) {
        by(person);
        add(event);
        return this;
    }
}
