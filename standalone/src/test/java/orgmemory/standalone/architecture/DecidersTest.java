// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.command.Decider;
import orgmemory.command.Deciders;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Those who decide remember only what their rules need, and every command has one of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecidersTest {

    private static final int STATE_FIELDS = 8;

    private static final JavaClasses DECIDING = Shipped.classes("orgmemory.command");

    @Test
    void a_decider_keeps_nothing_and_its_state_is_one_immutable_record_of_few_fields() {
        assertThat(Deciders.onClassPath().all()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(kind -> {
            assertThat(kind.decider().getClass().getDeclaredFields()).as(kind.name()).isEmpty();
            assertThat(kind.state().isRecord()).as("%s is a record", kind.state()).isTrue();
            assertThat(kind.state().getRecordComponents()).as(kind.name())
                    .hasSizeLessThanOrEqualTo(STATE_FIELDS);
        });
    }

    @Test
    void every_command_is_decided_in_one_place() {
        var decided = Deciders.onClassPath()
                .all()
                .stream()
                .flatMap(kind -> Catalogue.commands().filter(kind.commands()::isAssignableFrom));
        var corrections = Catalogue.commands().filter(CorrectionCommand.class::isAssignableFrom);
        List<Class<? extends Command>> all = Stream.concat(decided, corrections).toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(Catalogue.commands().toList());
    }

    @Test
    void decisions_know_neither_the_clock_nor_the_web_nor_the_database_nor_axon() {
        noClasses().that(resideInAnyPackage("orgmemory.command.budget..", "orgmemory.command.people.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..",
                        "javax.sql..", "java.net..", "java.io..")
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
    void axon_is_known_where_things_are_wired_and_nowhere_else() {
        var users = DECIDING.stream()
                .filter(type -> type.getDirectDependenciesFromSelf()
                        .stream()
                        .anyMatch(
                                use -> use.getTargetClass().getPackageName().startsWith("org.axonframework")))
                .toList();
        assertThat(users).isNotEmpty().allMatch(resideInAPackage("orgmemory.command.wiring"));
    }

    @Test
    void who_decides_says_so_and_who_folds_says_so() {
        var verbs = deciders().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName);
        assertThat(verbs).isNotEmpty()
                .allMatch(Stream.of(Decider.class.getMethods())
                        .map(method -> method.getName())
                        .toList()::contains);
    }

    private static List<JavaClass> deciders() {
        return DECIDING.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Decider.class))
                .toList();
    }
}
