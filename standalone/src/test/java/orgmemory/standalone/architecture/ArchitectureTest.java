// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orgmemory.query.memory.View;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see whom. A rule that matches no class fails. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String COMMAND = "orgmemory.command..";
    private static final String QUERY = "orgmemory.query..";
    private static final String STANDALONE = "orgmemory.standalone..";

    /** What serves all topics: the set-up, the ways in and out, the register, and the memory itself. */
    private static final Set<String> NO_TOPICS = Set.of("wiring", "register", "http", "memory", "reads",
            "screen", "command.automation");

    private static final JavaClasses ALL = Shipped.classes("orgmemory");

    @ParameterizedTest
    @ValueSource(strings = {"orgmemory.message", "orgmemory.journal", "orgmemory.access", "orgmemory.command",
            "orgmemory.query", "orgmemory.standalone"})
    void every_part_of_the_house_is_looked_at(String part) {
        assertThat(ALL.that(resideInAPackage(part + ".."))).isNotEmpty();
    }

    @Test
    void the_two_sides_never_see_each_other() {
        holds(noClasses().that()
                .resideInAPackage(COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(QUERY));
        holds(noClasses().that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMAND));
    }

    @Test
    void the_shared_language_knows_nobody() {
        holds(noClasses().that()
                .resideInAPackage("orgmemory.message..")
                .should()
                .dependOnClassesThat(ours().and(DescribedPredicate.not(
                        resideInAPackage("orgmemory.message..")))));
    }

    @Test
    void the_journal_and_access_know_no_side_and_not_each_other() {
        holds(noClasses().that()
                .resideInAPackage("orgmemory.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("orgmemory.access..", COMMAND, QUERY, STANDALONE));
        holds(noClasses().that()
                .resideInAPackage("orgmemory.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("orgmemory.journal..", COMMAND, QUERY, STANDALONE));
    }

    @Test
    void nobody_knows_the_one_that_starts_them() {
        holds(noClasses().that()
                .resideInAnyPackage(COMMAND, QUERY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STANDALONE));
    }

    @Test
    void topics_of_the_deciding_side_meet_only_in_messages() {
        topicsMeetOnlyInMessages("orgmemory.command");
    }

    @Test
    void topics_of_the_remembering_side_read_each_other_in_one_direction() {
        var topics = topics("orgmemory.query");
        assertThat(topics).contains("budget", "people");
        holds(SlicesRuleDefinition.slices().assignedFrom(new SliceAssignment() {

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return topics.stream()
                        .filter(topic -> resideInAPackage("orgmemory.query." + topic + "..").test(type))
                        .findFirst()
                        .map(SliceIdentifier::of)
                        .orElse(SliceIdentifier.ignore());
            }

            @Override
            public String getDescription() {
                return "topics";
            }
        }).should().beFreeOfCycles());
    }

    @Test
    void what_serves_all_topics_sees_none() {
        for (var topic : topics("orgmemory.query")) {
            holds(noClasses().that()
                    .resideInAnyPackage("orgmemory.query.screen..", "orgmemory.query.reads..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("orgmemory.query." + topic + ".."));
        }
    }

    @Test
    void the_memory_sees_no_topic() {
        for (var topic : topics("orgmemory.query")) {
            holds(noClasses().that()
                    .resideInAPackage("orgmemory.query.memory..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("orgmemory.query." + topic + "..",
                            "orgmemory.message." + topic + ".."));
        }
    }

    @Test
    void views_are_pure() {
        var views = ALL.that(isView());
        assertThat(views).hasSizeGreaterThanOrEqualTo(4);
        holds(noClasses().that(isView())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..",
                        "javax.sql..", "java.io..", "java.nio..", "java.net..", "org.springframework.jdbc..",
                        "org.springframework.web..").or(assignableTo("java.time.Clock"))));
        holds(noClasses().that(isView()).should().callMethodWhere(asksTheTime()));
    }

    /** Real time is for those who sign in; all else happens in the memory's time, which may be a story's. */
    @Test
    void the_memory_has_one_clock() {
        holds(noClasses().that()
                .resideInAnyPackage("orgmemory.message..", "orgmemory.journal..", COMMAND, QUERY)
                .and()
                .resideOutsideOfPackage("orgmemory..wiring..")
                .should()
                .callMethodWhere(asksForThePresent()));
    }

    @Test
    void nobody_asks_for_entities_of_a_mapper() {
        holds(noClasses().should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..",
                        "org.hibernate.."));
    }

    @Test
    void only_what_is_set_up_as_such_decides_and_remembers_with_a_framework() {
        holds(noClasses().that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework.."));
        holds(classes().that()
                .areAnnotatedWith("org.springframework.context.annotation.Configuration")
                .should()
                .resideInAnyPackage("orgmemory..wiring..", "orgmemory.access..", STANDALONE));
    }

    private static void topicsMeetOnlyInMessages(String side) {
        var topics = topics(side);
        assertThat(topics).contains("budget", "people");
        for (var topic : topics) {
            var others = topics.stream()
                    .filter(other -> !other.equals(topic))
                    .map(other -> side + "." + other + "..")
                    .toArray(String[]::new);
            holds(noClasses().that()
                    .resideInAPackage(side + "." + topic + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    /** The packages directly below a side that are topics and hold a class. */
    private static List<String> topics(String side) {
        return ALL.that(resideInAPackage(side + ".*.."))
                .stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName().substring(side.length() + 1).split("\\.", -1)[0])
                .filter(topic -> !NO_TOPICS.contains(topic)
                        && !NO_TOPICS.contains(side.substring("orgmemory.".length()) + "." + topic))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static DescribedPredicate<JavaClass> isView() {
        return DescribedPredicate.describe("are views", type -> type.isAssignableTo(View.class)
                && !type.isInterface());
    }

    private static DescribedPredicate<JavaMethodCall> asksTheTime() {
        return DescribedPredicate.describe("asks the time",
                call -> Set.of("now", "currentTimeMillis", "nanoTime",
                        "random", "randomUUID").contains(call.getTarget().getName()));
    }

    private static DescribedPredicate<JavaMethodCall> asksForThePresent() {
        return DescribedPredicate.describe("asks the system what day or time it is",
                call -> call.getTargetOwner().getPackageName().equals("java.time")
                        && Set.of("now", "system", "systemUTC", "systemDefaultZone")
                                .contains(call.getTarget().getName()));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("orgmemory..");
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(ALL);
    }
}
