// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact.Amendment;
import orgmemory.query.memory.facts.StandingFact.Answered;
import orgmemory.query.memory.facts.StandingFact.Cause;
import orgmemory.query.reads.FieldChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fact of a trail as programs read it: as it stands, with ids only.
 *
 * @param through     what joins it to the trail; absent where it concerns the very thing that the trail is of
 * @param causation   id of the event that led to it
 * @param cause       the same event, where the reader may see it
 * @param answers     the fact before it in the life of the same thing
 * @param annulled    whether it never was, as one knows by then
 * @param elsewhere   whether, as it was put right, it does not concern the trail
 * @param changes     figures that it moved when it was recorded
 * @param people      managers whom it names, as they were that day
 * @param corrections what put it right, in order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TrailItem(long position, String eventId, String name, Subject stream, Subject entity,
        @Nullable Subject through, Subject actor, String capacity, @Nullable Subject onBehalfOf,
        String attestation, @Nullable Subject story, @Nullable String causation, @Nullable Cause cause,
        @Nullable Answered answers, String visibility, @Nullable String sourceRef, String language,
        String commandId, Instant recordedAt, LocalDate occurredOn, List<Subject> subjects,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean annulled,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean elsewhere, List<FigureChange> changes,
        List<PersonThen> people, List<Correction> corrections, Event payload) {

    /**
     * What put a fact right.
     *
     * @param fields  what it said until then and says since; none for an annulment
     * @param changes figures that this moved
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Correction(long position, String eventId, String name, Subject actor, String capacity,
            @Nullable Subject onBehalfOf, Instant recordedAt, LocalDate occurredOn, String reason,
            List<FieldChange> fields, List<FigureChange> changes) {

        private static Correction of(Amendment amendment, List<FigureChange> changes) {
            var by = amendment.by();
            var envelope = by.envelope();
            return new Correction(by.position(), by.eventId(), FactReads.name(by), envelope.actor(),
                    envelope.capacity().name(), envelope.onBehalfOf(), by.recordedAt(), by.day(),
                    ((CorrectionEvent) by.event()).reason(), amendment.after() == null
                            ? List.of()
                            : said(amendment.before(), amendment.after()),
                    changes);
        }
    }

    /** What two versions of a fact say differently, its day among it. */
    static List<FieldChange> said(@Nullable Fact before, @Nullable Fact after) {
        return FieldChange.between(said(before), said(after));
    }

    private static @Nullable JsonNode said(@Nullable Fact fact) {
        return fact == null
                ? null
                : Json.mapper()
                        .createObjectNode()
                        .put("occurredOn", fact.day().toString())
                        .setAll((ObjectNode) Json.mapper()
                                .valueToTree(fact.event()));
    }

    static TrailItem of(TrailFact described) {
        var fact = described.fact();
        var standing = fact.standing();
        var envelope = standing.envelope();
        var event = standing.event();
        return new TrailItem(standing.position(), standing.eventId(), FactReads.name(standing),
                event.stream(), event.entity(), described.through(), envelope.actor(),
                envelope.capacity().name(), envelope.onBehalfOf(), envelope.attestation().name(),
                envelope.story(), envelope.causation(), fact.cause(), fact.answers(),
                envelope.visibility().toString(), envelope.sourceRef(), envelope.language().name(),
                envelope.commandId(), standing.recordedAt(), standing.day(), event.subjects(),
                fact.annulled(), described.elsewhere(), described.changes(), described.people(),
                IntStream.range(0, fact.amendments().size())
                        .mapToObj(at -> Correction.of(fact.amendments().get(at), described.amended().get(at)))
                        .toList(),
                event);
    }
}
