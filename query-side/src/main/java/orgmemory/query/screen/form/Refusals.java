// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.access.Problem;
import orgmemory.access.Problems;
import orgmemory.message.Id;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.read.Names;

/** Tells on a form why it was refused: at the field that a rule is about, with names in the place of ids. */
@Component
final class Refusals {

    private static final int SERVER_ERROR = 500;

    private final Problems problems;
    private final FormWords words;
    private final Names names;
    private final LostRaces races;

    Refusals(Problems problems, FormWords words, Names names, LostRaces races) {
        this.problems = problems;
        this.words = words;
        this.names = names;
        this.races = races;
    }

    /** The form with what is wrong with it. */
    Form refused(RuntimeException refusal, Draft draft) {
        var language = draft.page().language();
        var problem = problems.of(named(refusal, language), language);
        var wrong = new LinkedHashMap<String, String>();
        problem.errors().forEach(error -> wrong.putIfAbsent(shown(error.field(), draft), error.message()));
        var field = nameIn(words.fieldOf(problem.code()), draft);
        if (field != null && isFieldOf(field, draft)) {
            wrong.put(field, problem.detail());
        }
        wrong.replaceAll((name, message) -> typedWrong(name, message, draft));
        return draft.form()
                .refused(wrong, races.sentence(problem, draft.page()).orElse(whole(problem, wrong)),
                        problem.status());
    }

    /** What is wrong as a whole: nothing where the fields tell it all. */
    private static @Nullable String whole(Problem problem, Map<String, String> wrong) {
        return problem.status() >= SERVER_ERROR || wrong.isEmpty() ? problem.detail() : null;
    }

    /** A whole that nobody is asked for is chosen with its part. */
    private static String shown(String field, Draft draft) {
        return CommandFields.of(draft.command(), field)
                .flatMap(whole -> Identity.leading(draft.command(), whole))
                .filter(_ -> !draft.known().containsKey(field))
                .map(Field::name)
                .orElse(field);
    }

    /** Where the command tells the day itself, a rule about the day is about its field. */
    private static @Nullable String nameIn(@Nullable String field, Draft draft) {
        return WhenAndForWhom.DAY.equals(field)
                ? CommandFields.ownDay(draft.command()).orElse(field)
                : field;
    }

    private static boolean isFieldOf(String field, Draft draft) {
        return !draft.known().containsKey(field) && (field.startsWith(WhenAndForWhom.PREFIX)
                || CommandFields.of(draft.command(), field).isPresent());
    }

    /** What could not be made an amount was sent as one that cannot be right. */
    private String typedWrong(String name, String message, Draft draft) {
        if (!name.endsWith("Agorot") || Shekels.agorot(draft.value(name)).isPresent()) {
            return message;
        }
        return words.say(draft.value(name).isBlank() ? "rule.NotNull" : "rule.amount",
                draft.page().language());
    }

    private RuntimeException named(RuntimeException refusal, Locale language) {
        return refusal instanceof Rejected rejected
                ? new Rejected(rejected.kind(), rejected.code(),
                        rejected.arguments().stream().map(argument -> called(argument, language)).toArray())
                : refusal;
    }

    private Object called(Object argument, Locale language) {
        return switch (argument) {
            case Id id -> called(id.subject(), language);
            case Subject subject -> Fmt.apart(names.in(language).of(subject));
            case Enum<?> word -> words.value(word, language);
            default -> argument;
        };
    }
}
