// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import orgmemory.access.Sentence;
import orgmemory.access.Sentences;
import orgmemory.message.Catalogue;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.InLanguage;
import orgmemory.query.screen.read.Names;

/**
 * Tells events in words. The bundles have for each stored name a kind ({@code event.}) and a sentence ({@code sentence.})
 * with the event's fields as its places; where one of these may be absent, a shorter sentence ({@code .short}) as well. Texts
 * that stand in no sentence follow under their label ({@code field.}).
 */
@Component
public final class EventDescriber {

    private final Sentences sentences;
    private final Names names;
    private final Places places;

    EventDescriber(Sentences sentences, Names names, Places places) {
        this.sentences = sentences;
        this.names = names;
        this.places = places;
    }

    /** The event in the words of the page's language. */
    public EventDescription tell(Event event, Page page) {
        var name = Catalogue.storedAs(event.getClass()).value();
        var values = values(page);
        var fields = fields(event, page);
        var sentence = sentence(name, fields, page);
        var said = sentence.places();
        return new EventDescription(name, kind(name, page), Look.of(name, sentences),
                parts(sentence, fields, values), texts(fields, said, page),
                lists(fields, said, values, page));
    }

    /** An amount, a day, a name or a word of an enumeration as the page's language writes it. */
    public String value(Object value, Page page) {
        return values(page).one(value).text();
    }

    /**
     * What one of an event's fields says in two versions of it.
     *
     * @param field  its name; the bundles may have a label for it under {@code field.}
     * @param before a dash where it said nothing
     */
    public record Said(String field, String before, String after) {
    }

    /** What two versions of an event say otherwise, field by field. */
    public List<Said> differences(Event before, Event after, Page page) {
        var values = values(page);
        var then = Values.fields(before);
        var said = new ArrayList<Said>();
        Values.fields(after).forEach((field, now) -> {
            if (!Objects.equals(then.get(field), now)) {
                said.add(new Said(field, values.text(then.get(field)), values.text(now)));
            }
        });
        return List.copyOf(said);
    }

    /** What a thing is called, and where one reads of it. */
    public Part thing(Subject thing, Page page) {
        return values(page).one(thing);
    }

    private Values values(Page page) {
        return new Values(sentences, names.in(page.language()), places, page);
    }

    /** What kind of thing happened, in a few words. */
    public String kind(String name, Page page) {
        return sentences.say("event." + name, List.of(), page.language());
    }

    private Sentence sentence(String name, Map<String, @Nullable Object> fields, Page page) {
        var whole = sentences.parsed("sentence." + name, page.language());
        boolean lacks = whole.places().stream().anyMatch(field -> fields.get(field) == null);
        return lacks ? sentences.parsed("sentence." + name + ".short", page.language()) : whole;
    }

    private static List<Part> parts(Sentence sentence, Map<String, @Nullable Object> fields, Values values) {
        var named = new HashMap<String, Part>();
        var texts = new HashMap<String, String>();
        for (var field : sentence.places()) {
            var part = values.one(fields.get(field));
            named.put(field, part);
            texts.put(field, part.text());
        }
        return sentence.pieces(texts)
                .stream()
                .map(piece -> piece.field() == null
                        ? Part.words(piece.text())
                        : Objects.requireNonNull(named.get(piece.field())))
                .toList();
    }

    private List<EventDescription.Text> texts(Map<String, @Nullable Object> fields, Set<String> said,
            Page page) {
        var texts = new ArrayList<EventDescription.Text>();
        fields.forEach((field, value) -> {
            if (value instanceof String text && !said.contains(field) && sentences.has("field." + field)) {
                texts.add(new EventDescription.Text(label(field, page), text));
            }
        });
        return texts;
    }

    private List<EventDescription.Listed> lists(Map<String, @Nullable Object> fields, Set<String> said,
            Values values,
            Page page) {
        var lists = new ArrayList<EventDescription.Listed>();
        fields.forEach((field, value) -> {
            if (value instanceof List<?> list && !list.isEmpty() && !said.contains(field)) {
                lists.add(new EventDescription.Listed(label(field, page),
                        list.stream().map(values::all).toList()));
            }
        });
        return lists;
    }

    private String label(String field, Page page) {
        return sentences.say("field." + field, List.of(), page.language());
    }

    /** Of a name that was given in both languages, the sentence has the one that its reader knows; the other stands beside. */
    private static void inLanguage(Map<String, @Nullable Object> fields, String field, Page page) {
        var other = "other" + StringUtils.capitalize(field);
        if (fields.get(field) instanceof String first && fields.get(other) instanceof String second
                && second.equals(InLanguage.called(first, second, page.language()))) {
            fields.put(field, second);
            fields.put(other, first);
        }
    }

    /** An event's fields; of a correction what it corrects is told by its kind. */
    private static Map<String, @Nullable Object> fields(Event event, Page page) {
        var fields = Values.fields(event);
        List.copyOf(fields.keySet()).forEach(field -> inLanguage(fields, field, page));
        if (event instanceof RecordCorrected corrected) {
            fields.put("name", new Values.Kind(corrected.name()));
        }
        return fields;
    }
}
