// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewUnavailable;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.memory.facts.StandingFact.Amendment;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.memory.reading.Memory.Then;
import orgmemory.query.screen.read.Figure;
import orgmemory.query.screen.read.Figures;

/** What facts moved: the figures of their day as they were known right before and right after the recording. */
@Component
final class Moves {

    private final Memory memory;
    private final ObjectProvider<Figures> topics;

    Moves(Memory memory, ObjectProvider<Figures> topics) {
        this.memory = memory;
        this.topics = topics;
    }

    /** A fact of a day, and the position at which it was recorded or put right. */
    record MovingFact(Event event, LocalDate day, long position) {

        /** When a fact moved anything: when it was recorded, and each time it was put right. */
        static List<MovingFact> steps(StandingFact fact) {
            return Stream.concat(Stream.of(of(fact.original(), fact.original().position())),
                    fact.amendments().stream().map(MovingFact::of)).toList();
        }

        /** A correction moves the day on which the fact stands from then on, an annulment the one on which it stood. */
        static MovingFact of(Amendment amendment) {
            var fact = amendment.after() == null ? amendment.before() : amendment.after();
            return of(fact == null ? amendment.by() : fact, amendment.by().position());
        }

        static MovingFact of(Fact fact, long position) {
            return new MovingFact(fact.event(), fact.day(), position);
        }
    }

    private record FigureQuestion(MovingFact step, Figure<?> figure) {
    }

    /** The changes of each step that made any, of the figures that facts say by themselves. */
    Map<MovingFact, List<FigureChange>> of(List<MovingFact> steps) {
        return of(steps, Figure::main);
    }

    /** The same of one figure of a thing alone. */
    Map<MovingFact, List<FigureChange>> of(List<MovingFact> steps, Subject thing, String name) {
        return of(steps, figure -> figure.of().equals(thing) && figure.name().equals(name));
    }

    private Map<MovingFact, List<FigureChange>> of(List<MovingFact> steps, Predicate<Figure<?>> which) {
        var byView = new LinkedHashMap<View<?>, List<FigureQuestion>>();
        for (var step : steps) {
            for (var figure : figures(step.event())) {
                if (which.test(figure)) {
                    byView.computeIfAbsent(figure.view(), view -> new ArrayList<>())
                            .add(new FigureQuestion(step, figure));
                }
            }
        }
        var changes = new HashMap<MovingFact, List<FigureChange>>();
        byView.forEach((view, questions) -> find(view, questions, changes));
        return changes;
    }

    private void find(View<?> view, List<FigureQuestion> questions,
            Map<MovingFact, List<FigureChange>> changes) {
        var reads = new ArrayList<Then>();
        for (var one : questions) {
            var step = one.step();
            reads.add(new Then(one.figure().key(), step.day(), step.position() - 1));
            reads.add(new Then(one.figure().key(), step.day(), step.position()));
        }
        var states = states(view, reads);
        for (int i = 0; i < states.size(); i += 2) {
            var one = questions.get(i / 2);
            var before = value(one.figure(), states.get(i), one.step().day());
            var after = value(one.figure(), states.get(i + 1), one.step().day());
            if (tells(before, after)) {
                changes.computeIfAbsent(one.step(), step -> new ArrayList<>())
                        .add(new FigureChange(one.figure().of(), one.figure().name(), before, after));
            }
        }
    }

    /** A word that a thing begins with tells nothing that its first fact does not. */
    private static boolean tells(@Nullable Object before, @Nullable Object after) {
        return !Objects.equals(before, after) && !(before == null && after instanceof Enum<?>)
                && !(isNothing(before) && isNothing(after));
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.equals(0L);
    }

    /** What a figure says of a thing at a moment. */
    record Standing(String figure, Object value) {
    }

    /** How matters stand with a thing at a moment, by the last event that says anything of its figures. */
    List<Standing> standing(Subject thing, List<Event> events, LocalDate day, @Nullable Long knownOn) {
        return figures(thing, events).stream()
                .flatMap(figure -> standing(figure, day, knownOn).stream())
                .toList();
    }

    /** The same at two moments, of what differs between them; the events are those of the later one. */
    List<FigureChange> between(Subject thing, List<Event> events, BitemporalPoint earlier,
            BitemporalPoint later, LocalDate today) {
        return figures(thing, events).stream()
                .map(figure -> new FigureChange(thing, figure.name(), value(figure, earlier, today),
                        value(figure, later, today)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private List<Figure<?>> figures(Subject thing, List<Event> events) {
        return events.reversed()
                .stream()
                .map(event -> figures(event).stream().filter(figure -> figure.of().equals(thing)).toList())
                .filter(figures -> !figures.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private @Nullable Object value(Figure<?> figure, BitemporalPoint at, LocalDate today) {
        return standing(figure, Objects.requireNonNullElse(at.asOf(), today), at.knownOn())
                .map(Standing::value)
                .orElse(null);
    }

    private Optional<Standing> standing(Figure<?> figure, LocalDate day, @Nullable Long knownOn) {
        long known = Objects.requireNonNullElse(knownOn, Long.MAX_VALUE);
        return states(figure.view(), List.of(new Then(figure.key(), day, known))).stream()
                .map(state -> value(figure, state, day))
                .filter(Objects::nonNull)
                .map(value -> new Standing(figure.name(), value))
                .findFirst();
    }

    /** A view that cannot be read now takes its figures from the trail, and nothing else. */
    private List<Optional<String>> states(View<?> view, List<Then> questions) {
        try {
            return memory.states(view.name(), questions);
        } catch (ViewUnavailable later) {
            return List.of();
        }
    }

    private List<Figure<?>> figures(Event event) {
        return topics.stream().flatMap(topic -> topic.of(event).stream()).toList();
    }

    private static <S> @Nullable Object value(Figure<S> figure, Optional<String> state, LocalDate day) {
        var view = figure.view();
        return state.map(json -> Json.mapper().readValue(json, view.stateType()))
                .map(it -> figure.value().apply(view.at(it, day)))
                .orElse(null);
    }
}
