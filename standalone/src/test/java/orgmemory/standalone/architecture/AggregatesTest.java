// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Those who decide remember only what their rules need, and every command has one of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregatesTest {

    /** A root of parts, as a budget year is, holds one more than others may: what all of them name together. */
    private static final int STATE_FIELDS = 9;

    private static final JavaClasses DECIDING = Shipped.classes("orgmemory.command");

    @Test
    void an_aggregate_is_its_id_and_one_immutable_state_of_few_fields() {
        assertThat(aggregates()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(aggregate -> {
            var fields = aggregate.getFields()
                    .stream()
                    .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                    .toList();
            assertThat(fields).as(aggregate.getName())
                    .extracting(JavaField::getName)
                    .containsExactlyInAnyOrder("id", "state");
            var state = aggregate.getField("state").getRawType();
            assertThat(state.isRecord()).as("%s is a record", state.getName()).isTrue();
            assertThat(state.reflect().getRecordComponents()).as(state.getName())
                    .hasSizeLessThanOrEqualTo(STATE_FIELDS);
        });
    }

    @Test
    void every_command_is_decided_in_one_place() {
        List<Class<?>> decided = DECIDING.stream()
                .flatMap(type -> Stream.concat(type.getMethods().stream(), type.getConstructors().stream()))
                .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                .<Class<?>>map(method -> method.getRawParameterTypes().getFirst().reflect())
                .filter(Command.class::isAssignableFrom)
                .toList();
        assertThat(decided).containsExactlyInAnyOrderElementsOf(Catalogue.commands().toList());
    }

    @Test
    void decisions_know_neither_the_clock_nor_the_web_nor_the_database() {
        noClasses().that(resideInAnyPackage("orgmemory.command.budget..", "orgmemory.command.people.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net..",
                        "java.io..")
                .allowEmptyShould(false)
                .check(DECIDING);
        assertThat(
                DECIDING.that(resideInAnyPackage("orgmemory.command.budget..", "orgmemory.command.people.."))
                        .stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID")
                                .contains(call.getTarget().getName())))
                .isEmpty();
    }

    @Test
    void who_decides_says_so_and_who_folds_says_so() {
        var verbs = aggregates().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName);
        assertThat(verbs).isNotEmpty().allMatch(Set.of("decide", "evolve")::contains);
    }

    private static List<JavaClass> aggregates() {
        return DECIDING.stream()
                .filter(type -> type.getFields()
                        .stream()
                        .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)))
                .toList();
    }
}
