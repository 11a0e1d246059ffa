// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import orgmemory.message.Command;
import tools.jackson.databind.node.ObjectNode;

/** What a topic adds to forms of its commands, where one is more than its fields. Most forms need none. */
public interface SpecialForm {

    /** The commands whose forms it adds to. */
    Set<Class<? extends Command>> commands();

    /** What the topics add to the form of a command. */
    static Stream<SpecialForm> of(Class<? extends Command> command, ObjectProvider<SpecialForm> all) {
        return all.stream().filter(topic -> topic.commands().contains(command));
    }

    /** Whether the form is of any use as matters stand. Rules are not repeated here: they refuse what is sent. */
    default boolean offered(Draft draft) {
        return true;
    }

    /** The fields that {@link #complete} fills in, so that nobody is asked for them. */
    default Set<String> completes(Draft draft) {
        return Set.of();
    }

    /** Fields that it asks for beside the command's own, named as they are typed. */
    default List<Field> fields(Draft draft) {
        return List.of();
    }

    /** The command whose words those fields have; empty where it is the form's own. */
    default Optional<String> wordsOf(Draft draft) {
        return Optional.empty();
    }

    /** Whether the form is shown once more before it is sent, so that whoever sends it sees what it does. */
    default boolean mustBeSeen(Draft draft) {
        return false;
    }

    /** Values to begin with, beside those that the address gives. */
    default Map<String, String> begin(Draft draft) {
        return Map.of();
    }

    /** Adds to the command what follows from its other fields. */
    default void complete(Draft draft, ObjectNode body) {
        // Most commands are whole.
    }

    /** What is shown beside the fields. */
    default Optional<Addition> addition(Draft draft) {
        return Optional.empty();
    }

    /**
     * Fragments of a template, as {@code budget/forms :: about-cut}, with what they show.
     *
     * @param about   stands above the fields; null for none
     * @param live    stands below the watched fields, and is fetched again while these are filled in; null for none
     * @param watched the fields that it looks at
     * @param it      what the fragments show; they find it as {@code open.addition.it}
     */
    record Addition(@Nullable String about, @Nullable String live, Set<String> watched, Object it) {
    }
}
