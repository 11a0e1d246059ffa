// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.MembershipMessages.JoiningObjected;
import orgmemory.message.group.MembershipMessages.JoiningObjectionWithdrawn;
import orgmemory.message.group.MembershipMessages.LearningGroupJoinRequested;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what stays inside a group, for whoever may see it: to all others there is nothing. */
@Component
class InsideReads {

    private static final int LATEST = 200;

    private final FactReads facts;

    InsideReads(FactReads facts) {
        this.facts = facts;
    }

    /**
     * What is inside, as far as the reader may see it.
     *
     * @param objections which members object to whom, and why where they said so
     */
    public record Inside(Map<PersonId, Map<Subject, String>> objections) {

        /** Who objects to somebody, with what they said. */
        public Map<Subject, String> to(PersonId person) {
            return objections.getOrDefault(person, Map.of());
        }

        /** Whether somebody objects to somebody. */
        public boolean objects(@Nullable PersonId objector, PersonId to) {
            return objector != null && to(to).containsKey(objector.subject());
        }
    }

    Inside of(GroupId group, Page page) {
        List<Fact> standing = facts.of(group.subject(), page.point(), null, LATEST)
                .facts()
                .stream()
                .filter(fact -> !fact.annulled())
                .map(StandingFact::standing)
                .toList();
        return new Inside(objections(standing));
    }

    private static Map<PersonId, Map<Subject, String>> objections(List<Fact> standing) {
        var objections = new LinkedHashMap<PersonId, Map<Subject, String>>();
        for (var fact : standing) {
            var speaker = fact.envelope().speaker();
            switch (fact.event()) {
                case LearningGroupJoinRequested asked -> objections.remove(asked.personId());
                case JoiningObjected objected ->
                    objections.computeIfAbsent(objected.personId(), _ -> new LinkedHashMap<>())
                            .put(speaker, objected.why() == null ? "" : objected.why());
                case JoiningObjectionWithdrawn withdrawn ->
                    objections.computeIfPresent(withdrawn.personId(), (_, those) -> {
                        those.remove(speaker);
                        return those;
                    });
                default -> {
                    // It says nothing of objections.
                }
            }
        }
        return objections;
    }
}
