// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.correction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.AnnulRecord;
import orgmemory.message.CorrectionMessages.CorrectRecord;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Json;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.screen.description.EventDescription;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.Field;
import orgmemory.query.screen.form.FormBody;
import orgmemory.query.screen.form.SpecialForm;
import orgmemory.query.trail.correction.FactChanges.FieldChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a fact right: its own fields are filled in as they stand, and what would change is shown before anything is sent. Only
 * what is typed differently goes into the correction.
 */
@Component
final class CorrectionForms implements SpecialForm {

    private static final String SEEN = "seen";

    /** The position at which the fact was recorded, as the address names it. */
    private static final String FACT = "fact";
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final FactReads facts;
    private final EventDescriber describer;
    private final FactChanges changes;

    CorrectionForms(FactReads facts, EventDescriber describer, FactChanges changes) {
        this.facts = facts;
        this.describer = describer;
        this.changes = changes;
    }

    /**
     * The fact that is put right.
     *
     * @param changes what would change; none before the form was sent
     * @param seen    by which the next sending says that these changes were seen
     */
    record About(EventDescription fact, List<FieldChange> changes, @Nullable String seen) {
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Set.of(CorrectRecord.class, AnnulRecord.class);
    }

    @Override
    public boolean offered(Draft draft) {
        return fact(draft).isPresent();
    }

    @Override
    public Set<String> completes(Draft draft) {
        return Set.of("stream", "eventId");
    }

    @Override
    public List<Field> fields(Draft draft) {
        return draft.of(CorrectRecord.class)
                ? fact(draft).map(FactFields::of).orElseGet(List::of)
                : List.of();
    }

    @Override
    public Optional<String> wordsOf(Draft draft) {
        return fact(draft).map(FactFields::owner);
    }

    @Override
    public Map<String, String> begin(Draft draft) {
        return draft.of(CorrectRecord.class)
                ? fact(draft).map(FactChanges::asItStands).orElseGet(Map::of)
                : Map.of();
    }

    @Override
    public boolean mustBeSeen(Draft draft) {
        return draft.of(CorrectRecord.class) && fact(draft)
                .map(fact -> changes.of(fact, draft))
                .filter(some -> !some.isEmpty() && !draft.value(SEEN).equals(seen(some)))
                .isPresent();
    }

    @Override
    public void complete(Draft draft, ObjectNode body) {
        fact(draft).ifPresent(fact -> {
            body.put("eventId", fact.original().eventId());
            body.put("stream", fact.original().event().stream().toString());
            if (draft.of(CorrectRecord.class)) {
                if (draft.value(FactFields.DAY).equals(fact.standing().day().toString())) {
                    body.remove(FactFields.DAY);
                }
                var replacement = replacement(fact, draft);
                if (!replacement.isEmpty()) {
                    body.set("replacement", replacement);
                }
            }
        });
    }

    /** The fields that were typed differently; null takes one away. */
    private static ObjectNode replacement(StandingFact fact, Draft draft) {
        var standing = FactFields.json(fact);
        var typed = FormBody.message(FactFields.of(fact), draft.form(), FactFields.PREFIX);
        var replacement = Json.mapper().createObjectNode();
        for (var field : FactFields.of(fact)) {
            var name = field.name().substring(FactFields.PREFIX.length());
            JsonNode after = typed.get(name);
            // Numbers are of different widths in memory; written out they are the same.
            if (!Objects.toString(after, "").equals(Objects.toString(standing.get(name), ""))) {
                replacement.set(name, after == null ? Json.mapper().nullNode() : after);
            }
        }
        return replacement;
    }

    private static String seen(List<FieldChange> changes) {
        return Integer.toHexString(changes.hashCode());
    }

    @Override
    public Optional<Addition> addition(Draft draft) {
        return fact(draft).map(fact -> {
            boolean sent = draft.form().typed().containsKey("key") && draft.of(CorrectRecord.class);
            var seen = sent ? changes.of(fact, draft) : List.<FieldChange>of();
            return new Addition("trail/correction :: about", null, Set.of(),
                    new About(describer.tell(fact.standing().event(), draft.page()), seen,
                            seen.isEmpty() ? null : seen(seen)));
        });
    }

    /** The fact that the form is about, as it stands; empty where there is none, or it is a correction itself. */
    private Optional<StandingFact> fact(Draft draft) {
        var position = draft.value(FACT);
        return POSITION.matcher(position).matches()
                ? facts.standing(Long.parseLong(position))
                        .filter(fact -> !(fact.original().event() instanceof CorrectionEvent))
                : Optional.empty();
    }
}
