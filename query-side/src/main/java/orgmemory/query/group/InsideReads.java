// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupSessionMessages.GroupAgendaItemProposed;
import orgmemory.message.group.GroupSessionMessages.GroupSessionRecorded;
import orgmemory.message.group.GroupSessionMessages.LearningGoalSet;
import orgmemory.message.group.GroupSessionMessages.LearningOutputRecorded;
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
     * @param goal       what the group wants to have learned; null where that is not told
     * @param outputs    what has come of it, the latest first
     * @param agenda     what was proposed since the last session, the first one first
     * @param sessions   the latest first
     */
    public record Inside(Map<PersonId, Map<Subject, String>> objections, @Nullable String goal,
            List<Said> outputs, List<Said> agenda, List<Session> sessions) {

        /** Who objects to somebody, with what they said. */
        public Map<Subject, String> to(PersonId person) {
            return objections.getOrDefault(person, Map.of());
        }

        /** Whether somebody objects to somebody. */
        public boolean objects(@Nullable PersonId objector, PersonId to) {
            return objector != null && to(to).containsKey(objector.subject());
        }
    }

    /** What somebody said, and on which day. */
    public record Said(String text, Subject by, LocalDate on) {
    }

    /** A session with who was there. */
    public record Session(LocalDate on, List<PersonId> attendance, String contents,
            @Nullable String insights) {
    }

    Inside of(GroupId group, Page page) {
        List<Fact> standing = facts.of(group.subject(), page.point(), null, LATEST)
                .facts()
                .stream()
                .filter(fact -> !fact.annulled())
                .map(StandingFact::standing)
                .toList();
        var goals = said(standing, event -> event instanceof LearningGoalSet set ? set.goal() : null);
        var sessions = standing.stream().flatMap(InsideReads::session).toList().reversed();
        return new Inside(objections(standing), goals.isEmpty() ? null : goals.getLast().text(),
                said(standing, event -> event instanceof LearningOutputRecorded put ? put.output() : null)
                        .reversed(),
                said(standing, event -> event instanceof GroupAgendaItemProposed put ? put.item() : null)
                        .stream()
                        .filter(item -> sessions.isEmpty() || item.on().isAfter(sessions.getFirst().on()))
                        .toList(),
                sessions);
    }

    private static List<Said> said(List<Fact> standing, Function<Event, @Nullable String> text) {
        return standing.stream()
                .flatMap(fact -> Stream.ofNullable(text.apply(fact.event()))
                        .map(words -> new Said(words, fact.envelope().speaker(), fact.day())))
                .toList();
    }

    private static Stream<Session> session(Fact fact) {
        return fact.event() instanceof GroupSessionRecorded held
                ? Stream.of(new Session(fact.day(), held.attendance(), held.contents(), held.insights()))
                : Stream.empty();
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
