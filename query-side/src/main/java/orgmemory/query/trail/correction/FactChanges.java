// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.correction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.CorrectionMessages.CorrectRecord;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.Field;
import orgmemory.query.screen.form.Field.Kind;
import orgmemory.query.screen.form.FormBody;
import orgmemory.query.screen.form.Shekels;
import orgmemory.query.screen.read.Names;

/** What would change if a correction were recorded as it is typed, in the words in which people read it. */
@Component
final class FactChanges {

    private final Names names;
    private final Sentences sentences;

    FactChanges(Names names, Sentences sentences) {
        this.names = names;
        this.sentences = sentences;
    }

    /**
     * What a field says and what it would say.
     *
     * @param field its name, as words have it
     * @param owner the command or part whose words they are
     */
    record FieldChange(String owner, String field, String before, String after) {
    }

    /** The fields as they stand and the day, as they would be typed. */
    static Map<String, String> asItStands(StandingFact fact) {
        var typed = new LinkedHashMap<>(
                FormBody.typed(FactFields.of(fact), FactFields.json(fact), FactFields.PREFIX));
        typed.put(FactFields.DAY, fact.standing().day().toString());
        return typed;
    }

    List<FieldChange> of(StandingFact fact, Draft draft) {
        var before = asItStands(fact);
        var fields = FactFields.of(fact);
        // An amount typed with its thousands apart is the same amount.
        var after = FormBody.typed(fields, FormBody.message(fields, draft.form(), FactFields.PREFIX),
                FactFields.PREFIX);
        after.put(FactFields.DAY, draft.value(FactFields.DAY));
        var all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var name : all) {
            var was = before.getOrDefault(name, "");
            var is = after.getOrDefault(name, "");
            if (!was.equals(is)) {
                changes.add(change(name, was, is, fact, draft));
            }
        }
        return changes;
    }

    private FieldChange change(String name, String was, String is, StandingFact fact, Draft draft) {
        if (name.equals(FactFields.DAY)) {
            return new FieldChange(CorrectRecord.class.getSimpleName(), name, day(was, draft),
                    day(is, draft));
        }
        var list = FactFields.field(fact, name);
        var part = FactFields.part(list, name);
        var owner = list.is(Kind.LIST) && !list.ofPlainParts()
                ? list.type().getSimpleName()
                : FactFields.owner(fact);
        var called = part.name().isEmpty() ? list.name() : part.name();
        return new FieldChange(owner, called.startsWith(FactFields.PREFIX)
                ? called.substring(FactFields.PREFIX.length())
                : called, said(part, was, draft), said(part, is, draft));
    }

    private String said(Field field, String value, Draft draft) {
        if (value.isEmpty()) {
            return value;
        }
        var page = draft.page();
        return switch (field.kind()) {
            case AMOUNT -> Shekels.agorot(value).map(page.fmt()::shekels).orElse(value);
            case DAY -> day(value, draft);
            case THING -> named(Id.typeName(field.type().asSubclass(Id.class)) + "/" + value, draft);
            case SUBJECT -> named(value, draft);
            case CHOICE -> {
                var key = "value." + field.type().getSimpleName() + "." + value;
                yield sentences.has(key) ? sentences.say(key, List.of(), page.language()) : value;
            }
            default -> value;
        };
    }

    private String named(String subject, Draft draft) {
        try {
            return names.in(draft.page().language()).of(Subject.of(subject));
        } catch (IllegalArgumentException none) {
            return subject;
        }
    }

    private static String day(String value, Draft draft) {
        try {
            return draft.page().fmt().day(LocalDate.parse(value));
        } catch (DateTimeException none) {
            return value;
        }
    }
}
