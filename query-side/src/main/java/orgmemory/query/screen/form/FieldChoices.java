// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import orgmemory.message.Attestation;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.Choices.Question;
import orgmemory.query.screen.form.Field.Kind;

/** What may be chosen in a field of a form: things by the topic that knows them, else all words of an enumeration. */
@Component
final class FieldChoices {

    private final ObjectProvider<Choices> topics;
    private final FormWords words;

    FieldChoices(ObjectProvider<Choices> topics, FormWords words) {
        this.topics = topics;
        this.words = words;
    }

    /** Whether something has to be chosen rather than typed. */
    static boolean areFor(Field field) {
        return field.names() || field.is(Kind.CHOICE);
    }

    /** The choices; none where anything may be typed. */
    List<Choice> of(Field field, Draft draft) {
        var question = new Question(draft, field.name());
        return switch (field.kind()) {
            case CHOICE -> words(field, question);
            case THING -> of(field.type(), question);
            case SUBJECT -> field.things()
                    .stream()
                    .flatMap(type -> of(type, question).stream().map(choice -> subject(type, choice)))
                    .toList();
            default -> List.of();
        };
    }

    private List<Choice> of(Class<?> type, Question question) {
        return topics.stream()
                .filter(topic -> topic.type() == type)
                .flatMap(topic -> topic.of(question).stream())
                .toList();
    }

    private List<Choice> words(Field field, Question question) {
        var page = question.draft().page();
        if (topics.stream().anyMatch(topic -> topic.type() == field.type())) {
            return of(field.type(), question);
        }
        return Stream.of(field.type().getEnumConstants())
                .map(Enum.class::cast)
                // Taking over from an earlier record is for memory keepers.
                .filter(word -> word != Attestation.IMPORTED || page.may("MEM"))
                .map(word -> new Choice(word.name(), words.value(word, page.language())))
                .toList();
    }

    private static Choice subject(Class<? extends Id> type, Choice choice) {
        return new Choice(Subject.of(Identity.typeName(type), choice.value()).toString(), choice.label(),
                choice.group());
    }
}
