// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.IssuedBy;
import orgmemory.message.Rejected;
import orgmemory.message.Spoken;
import orgmemory.message.Subject;
import orgmemory.message.ThroughAccess;
import orgmemory.query.screen.Page;

/** The forms of all commands: who may open which, what each begins with. A new command has one as soon as it has words. */
@Component
public final class Forms {

    private final Drafts drafts;
    private final FieldChoices choices;
    private final FormView view;
    private final ObjectProvider<SpecialForm> special;

    Forms(Drafts drafts, FieldChoices choices, FormView view, ObjectProvider<SpecialForm> special) {
        this.drafts = drafts;
        this.choices = choices;
        this.view = view;
        this.special = special;
    }

    /** Whether a command has a form; access gives those with secrets pages of their own. */
    public static boolean hasForm(Class<? extends Command> command) {
        return !command.isAnnotationPresent(ThroughAccess.class)
                && !List.of(Capacity.SYS).equals(issuedBy(command).toList());
    }

    /** Whether the reader of a page may issue the command, for themselves or, of what is said in meetings, as a recorder. */
    public static boolean may(Class<? extends Command> command, Page page) {
        boolean records = command.isAnnotationPresent(Spoken.class) && page.may("REC");
        return !page.past() && page.reader() != null && hasForm(command)
                && (records || issuedBy(command)
                        .anyMatch(capacity -> capacity == Capacity.SELF || page.may(capacity.name())));
    }

    /** Whether a page does well to offer the command: the reader may issue it, and there is what it needs. */
    public boolean offered(Class<? extends Command> command, Page page) {
        return may(command, page) && offered(drafts.of(command, page, Form.fresh(), Map.of()));
    }

    /** The names of a topic's commands that a page does well to offer, those of people's own accounts aside. */
    public List<String> offered(Package topic, Page page) {
        return usualFirst()
                .filter(command -> command.getPackage().equals(topic))
                .filter(WhenAndForWhom::isFor)
                .filter(command -> offered(command, page))
                .map(Class::getSimpleName)
                .toList();
    }

    /** The names of all commands that the reader of a page may issue now, by the names of their topics. */
    public Map<String, List<String>> byTopic(Page page) {
        var topics = new LinkedHashMap<String, List<String>>();
        Catalogue.commands().map(Class::getPackage).distinct().forEach(topic -> {
            var offered = offered(topic, page);
            if (!offered.isEmpty()) {
                topics.put(topic.getName().substring(topic.getName().lastIndexOf('.') + 1), offered);
            }
        });
        return topics;
    }

    /** When and for whom the reader records until they say otherwise, in words; null where it is as usual. */
    public @Nullable String when(HttpServletRequest request, Page page) {
        var kept = WhenKept.of(request, page);
        return kept.isEmpty() ? null : view.whenSummary(kept, page);
    }

    /**
     * What can be recorded about a thing now, by whoever reads its page.
     *
     * @param thing as its type and id name it
     * @return the parts of addresses that open the forms, by the names of the commands
     */
    public Map<String, String> about(Subject thing, Page page) {
        var about = new LinkedHashMap<String, String>();
        usualFirst()
                .filter(command -> may(command, page))
                .forEach(command -> Identity.thing(command)
                        .filter(field -> Identity.typeName(field.type()).equals(thing.type()))
                        .filter(field -> isOfUse(field, thing, about(command, field, thing, page)))
                        .ifPresent(field -> about.put(command.getSimpleName(),
                                "?do=" + command.getSimpleName() + '&' + field.name() + '=' + thing.id())));
        return about;
    }

    /** All but those of people's own accounts; what begins or carries on something before what ends it. */
    static Stream<Class<? extends Command>> usualFirst() {
        return Catalogue.commands()
                .filter(command -> !List.of(Capacity.SELF).equals(issuedBy(command).toList()))
                .sorted(Comparator.comparing(command -> command.isAnnotationPresent(Command.Ends.class)));
    }

    /** What nobody would choose for the command has no use for it on its own page either. */
    private boolean isOfUse(Field field, Subject thing, Draft draft) {
        return offered(draft)
                && choices.of(field, draft).stream().anyMatch(choice -> choice.value().equals(thing.id()));
    }

    private Draft about(Class<? extends Command> command, Field field, Subject thing, Page page) {
        var given = Map.of(field.name(), thing.id());
        return drafts.of(command, page, Form.fresh(given), given);
    }

    private static Stream<Capacity> issuedBy(Class<? extends Command> command) {
        return Stream.ofNullable(command.getAnnotation(IssuedBy.class))
                .flatMap(issuedBy -> Arrays.stream(issuedBy.value()));
    }

    private boolean offered(Draft draft) {
        return SpecialForm.of(draft.command(), special).allMatch(topic -> topic.offered(draft))
                && view.fields(draft)
                        .filter(field -> field.required() && !FormView.isAdded(field)
                                && FieldChoices.areFor(field))
                        .noneMatch(field -> choices.of(field, draft).isEmpty());
    }

    /**
     * The form that an address asks for; empty where it is not for the reader, or of no use now.
     *
     * @param given what the address says, by field
     * @param kept  when and for whom the reader recorded last
     */
    Optional<OpenForm> open(String name, Page page, Map<String, String> given, Map<String, String> kept) {
        var command = Catalogue.commandsByName().get(name);
        if (command == null || !may(command, page)) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<>(kept);
        values.putAll(given);
        var draft = drafts.of(command, page, Form.fresh(values), given);
        boolean gone = Identity.part(command)
                .filter(part -> given.containsKey(part.name()) && !draft.known().containsKey(part.name()))
                .isPresent();
        if (gone || !offered(draft)) {
            return Optional.empty();
        }
        var begun = new LinkedHashMap<String, String>();
        SpecialForm.of(command, special).forEach(topic -> begun.putAll(topic.begin(draft)));
        begun.putAll(values);
        return Optional.of(view.of(draft.with(Form.fresh(begun))));
    }

    /** A form as it was sent; refused where no command of that name has one. */
    Draft sent(String name, Page page, Form form, Map<String, String> given) {
        var command = Catalogue.commandsByName().get(name);
        if (command == null || !hasForm(command)) {
            throw Rejected.unknown("form.unknown", name);
        }
        return drafts.of(command, page, form, given);
    }

    /** A form that its person had filled in before they signed in anew; empty where they may not send it any more. */
    Optional<OpenForm> unsent(String name, Page page, Map<?, ?> fields, Map<String, String> given) {
        var command = Catalogue.commandsByName().get(name);
        if (command == null || !may(command, page)) {
            return Optional.empty();
        }
        var typed = new LinkedHashMap<String, String>();
        fields.forEach((field, value) -> typed.put(String.valueOf(field), String.valueOf(value)));
        var draft = drafts.of(command, page, Form.sent(typed), given);
        return Optional.of(view.of(draft.with(view.kept(draft))));
    }

    /** The fields that a form asks for. */
    List<Field> fields(Draft draft) {
        return view.fields(draft).toList();
    }

    /** Whether whoever sends a form has yet to see what it does. */
    boolean mustBeSeen(Draft draft) {
        return SpecialForm.of(draft.command(), special).anyMatch(topic -> topic.mustBeSeen(draft));
    }

    OpenForm again(Draft draft) {
        return view.of(draft);
    }
}
