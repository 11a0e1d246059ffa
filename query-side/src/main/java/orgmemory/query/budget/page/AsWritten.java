// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.RecordEntry;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.screen.Page;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What people wrote about the proposals and offers of a round. States hold no long texts, so the record is read. */
@Component
class AsWritten {

    private static final int A_PAGE = 1_000;

    private final RecordReads record;

    AsWritten(RecordReads record) {
        this.record = record;
    }

    /**
     * The words about one thing; null where nothing was said.
     *
     * @param askedBy     who proposed, offered or opened it
     * @param why         why they did
     * @param consequence what it will cost those concerned
     * @param answer      what was said when it was accepted or withdrawn
     * @param answeredBy  who recorded that
     */
    public record Words(@Nullable Subject askedBy, @Nullable String why, @Nullable String consequence,
            @Nullable String answer,
            @Nullable Subject answeredBy) {

        private static final Words NONE = new Words(null, null, null, null, null);

        private Words asked(Subject by, @Nullable String newWhy, @Nullable String newConsequence) {
            return new Words(by, newWhy, newConsequence, answer, answeredBy);
        }

        private Words answered(@Nullable String newAnswer, Subject by) {
            return new Words(askedBy, why, consequence, newAnswer, by);
        }
    }

    /** The words about everything in a round, by subject. */
    public record Texts(Map<String, Words> bySubject) {

        public Words of(Subject subject) {
            return bySubject.getOrDefault(subject.toString(), Words.NONE);
        }
    }

    /** A fact as it stands: with its corrections, or annulled. */
    private record Standing(RecordEntry entry, LocalDate day, JsonNode payload, boolean stands) {

        private Subject by() {
            var entry = entry();
            return Subject.of(entry.onBehalfOf() == null ? entry.actor() : entry.onBehalfOf());
        }

        private Standing corrected(RecordEntry by) {
            var correction = Json.mapper().readTree(by.payload());
            return by.name().equals("record.annulled")
                    ? new Standing(entry, day, payload, false)
                    : new Standing(entry, LocalDate.parse(correction.path("occurredOn").asString()),
                            correction.path("replacement"), true);
        }
    }

    Texts of(Subject round, Page page) {
        var words = new LinkedHashMap<String, Words>();
        for (var fact : standing(round, page.clocks().knownOn()).values()) {
            if (fact.stands() && !fact.day().isAfter(page.day())) {
                words.merge(fact.entry().entity(), said(Words.NONE, fact), (known, _) -> said(known, fact));
            }
        }
        return new Texts(words);
    }

    private Map<String, Standing> standing(Subject subject, @Nullable Long knownOn) {
        var facts = new LinkedHashMap<String, Standing>();
        Long cursor = null;
        do {
            var page = record
                    .list(new RecordQuery(subject, null, null, null, null, null, null, null, null, null,
                            knownOn, cursor, false, A_PAGE));
            for (var entry : page.items()) {
                if (entry.corrects() == null) {
                    facts.put(entry.eventId(),
                            new Standing(entry, entry.occurredOn(), Json.mapper().readTree(entry.payload()),
                                    true));
                } else {
                    facts.computeIfPresent(entry.corrects(), (_, fact) -> fact.corrected(entry));
                }
            }
            cursor = page.next();
        } while (cursor != null);
        return facts;
    }

    private static Words said(Words known, Standing fact) {
        return switch (fact.entry().name()) {
            case "budget.cut-round-opened" -> known.asked(fact.by(), text(fact, "cause"), null);
            case "budget.cut-proposed" ->
                known.asked(fact.by(), text(fact, "reason"), text(fact, "expectedConsequence"));
            case "budget.solidarity-offered" -> known.asked(fact.by(), text(fact, "why"), null);
            case "budget.cut-accepted", "budget.cut-withdrawn", "budget.solidarity-accepted" ->
                known.answered(text(fact, "reason"), fact.by());
            default -> known;
        };
    }

    private static @Nullable String text(Standing fact, String field) {
        var text = fact.payload().path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
