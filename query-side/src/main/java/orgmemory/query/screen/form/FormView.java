// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.Field.Kind;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.OpenForm.OpenField;
import orgmemory.query.screen.form.OpenForm.When;
import orgmemory.query.screen.form.SpecialForm.Addition;
import orgmemory.query.screen.read.Names;

/** Shows a draft as the form that it is: its fields with their words, choices and what stands in them. */
@Component
final class FormView {

    private final Drafts drafts;
    private final FieldChoices choices;
    private final FormWords words;
    private final Names names;
    private final WhenWords when;
    private final ObjectProvider<SpecialForm> special;

    FormView(Drafts drafts, FieldChoices choices, FormWords words, Names names, WhenWords when,
            ObjectProvider<SpecialForm> special) {
        this.drafts = drafts;
        this.choices = choices;
        this.words = words;
        this.names = names;
        this.when = when;
        this.special = special;
    }

    /** The fields that somebody is asked for: neither what the place says, nor what follows from the others. */
    Stream<Field> fields(Draft draft) {
        return CommandFields.of(draft.command())
                .stream()
                .filter(field -> !field.is(Kind.NEW_ID))
                .filter(field -> !draft.known().containsKey(field.name()))
                .filter(field -> !follows(draft.command(), field))
                .filter(field -> SpecialForm.of(draft.command(), special)
                        .noneMatch(topic -> topic.completes(draft).contains(field.name())))
                .flatMap(field -> field.is(Kind.OPEN)
                        ? SpecialForm.of(draft.command(), special)
                                .flatMap(topic -> topic.fields(draft).stream())
                        : Stream.of(field));
    }

    static boolean follows(Class<? extends Command> command, Field field) {
        return Identity.of(command).stream().findFirst().filter(field::equals).isPresent()
                && Identity.leading(command, field).isPresent();
    }

    OpenForm of(Draft draft) {
        var name = draft.command().getSimpleName();
        var hidden = new LinkedHashMap<String, String>();
        hidden.put("key", draft.form().key());
        var reader = draft.page().reader();
        if (reader != null) {
            hidden.put("_by", reader.id().value());
        }
        if (CommandFields.ownDay(draft.command()).isPresent()) {
            // What was chosen for other forms stays with them.
            hidden.put(WhenAndForWhom.DAY, draft.value(WhenAndForWhom.DAY));
        }
        drafts.version(draft).ifPresent(version -> hidden.put("version", version.toString()));
        var fields = fields(draft)
                .map(field -> isAdded(field) ? added(field, draft) : field(field, field.name(), name, draft))
                .toList();
        return new OpenForm(name, words.of(name, draft.page().language()), draft.form(), known(draft), hidden,
                fields,
                when(draft), addition(draft), back(draft), draft.anew());
    }

    /** Whether the topic asks for it beside the command's own fields. */
    static boolean isAdded(Field field) {
        return field.name().contains(".");
    }

    /** What stands there stays, also where nobody would choose it any more. */
    private OpenField added(Field field, Draft draft) {
        var owner = SpecialForm.of(draft.command(), special)
                .flatMap(topic -> topic.wordsOf(draft).stream())
                .findFirst()
                .orElse("");
        var shown = field(field, field.name(), owner, draft);
        if (!FieldChoices.areFor(field) || shown.value().isEmpty()
                || shown.choices().stream().anyMatch(choice -> choice.value().equals(shown.value()))) {
            return shown;
        }
        var choices = new ArrayList<>(shown.choices());
        choices.add(new Choice(shown.value(), called(field, shown.value(), draft)));
        return new OpenField(field, shown.name(), shown.label(), shown.hint(), shown.value(), shown.error(),
                choices,
                shown.parts());
    }

    private String called(Field field, String value, Draft draft) {
        if (!field.names()) {
            return value;
        }
        return names.in(draft.page().language())
                .of(field.is(Kind.SUBJECT)
                        ? Subject.of(value)
                        : new Subject(Identity.typeName(field.type()), value));
    }

    /** The form, saying that it is kept as it was and has not been sent. */
    Form kept(Draft draft) {
        return draft.form().refused(Map.of(), words.say("form.unsent", draft.page().language()), 200);
    }

    String whenSummary(Map<String, String> chosen, Page page) {
        return when.summary(chosen, page);
    }

    private @Nullable When when(Draft draft) {
        if (!WhenAndForWhom.isFor(draft.command())) {
            return null;
        }
        var typed = draft.form().typed();
        var fields = WhenAndForWhom.fields(draft.command()).stream().map(field -> {
            var name = WhenAndForWhom.PREFIX + field.name();
            var value = typed.getOrDefault(name, WhenAndForWhom.usual(field, draft.page()));
            return field(field, name, "envelope", draft.with(draft.form().with(Map.of(name, value))));
        }).toList();
        var chosen = WhenAndForWhom.chosen(typed, draft.page(), draft.command());
        return new When(when.summary(chosen, draft.page()),
                chosen.isEmpty() && fields.stream().allMatch(field -> field.error() == null), fields);
    }

    private OpenField field(Field field, String name, String owner, Draft draft) {
        var language = draft.page().language();
        var form = draft.form();
        var bare = field.name().substring(field.name().lastIndexOf('.') + 1);
        return new OpenField(field, name, words.label(owner, bare, language),
                words.hint(owner, bare, language), form.value(name), form.error(name),
                choices.of(field, draft), field.is(Kind.LIST) ? parts(field, owner, draft) : List.of());
    }

    private List<List<OpenField>> parts(Field list, String owner, Draft draft) {
        int shown = Math.max(Parts.count(list, draft.form().typed()), Parts.toBeginWith(list, draft.form()));
        return IntStream.range(0, shown)
                .mapToObj(index -> list.parts()
                        .stream()
                        .map(part -> part(list, index, part, owner, draft))
                        .toList())
                .toList();
    }

    private OpenField part(Field list, int index, Field part, String owner, Draft draft) {
        var name = Parts.name(list, index, part);
        return list.ofPlainParts()
                ? numbered(field(part, name, owner + "." + list.name(), draft), list, index, owner, draft)
                : field(part, name, list.type().getSimpleName(), draft);
    }

    /** Plain values have no name of their own: they are called after the list. */
    private OpenField numbered(OpenField field, Field list, int index, String owner, Draft draft) {
        var label = words.label(owner, list.name(), draft.page().language()) + " " + (index + 1);
        return new OpenField(field.field(), field.name(), label, null, field.value(), field.error(),
                field.choices(),
                field.parts());
    }

    private Map<String, String> known(Draft draft) {
        var language = draft.page().language();
        var called = names.in(language);
        var known = new LinkedHashMap<String, String>();
        var name = draft.command().getSimpleName();
        for (var field : CommandFields.of(draft.command())) {
            var id = draft.known().get(field.name());
            if (id != null && !follows(draft.command(), field)) {
                known.put(words.label(name, field.name(), language),
                        called.of(new Subject(Identity.typeName(field.type()), id)));
            }
        }
        return known;
    }

    private @Nullable Addition addition(Draft draft) {
        return SpecialForm.of(draft.command(), special)
                .flatMap(topic -> topic.addition(draft).stream())
                .findFirst()
                .orElse(null);
    }

    /** The page without the form and what its address says for it. */
    static String back(Draft draft) {
        return draft.page().bare();
    }
}
