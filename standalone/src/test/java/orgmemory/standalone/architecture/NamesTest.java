// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.Event;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Names are the words of the people who use the memory, never those of a layer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesTest {

    private static final JavaClasses ALL = Shipped.classes("orgmemory");

    @Test
    void no_class_is_named_after_a_layer() {
        assertThat(ALL.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.matches(".*(Impl|Helper|Service|Util|Utils|Dto|Manager)"))
                // A manager is one of the fifteen here.
                .filter(name -> !name.equals("Manager") && !name.equals("AppointManager")
                        && !name.equals("AssignAccountableManager")))
                .isEmpty();
        assertThat(ALL).hasSizeGreaterThan(100);
    }

    @Test
    void a_name_stands_once() {
        var twice = Sources.java("main")
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(file -> file.getFileName().toString(), counting()));
        assertThat(twice).hasSizeGreaterThan(100).allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void no_message_is_named_after_what_carries_it() {
        assertThat(messages()).hasSizeGreaterThan(40)
                .noneMatch(
                        message -> message.getSimpleName().matches(".*(Command|Event|Dto|Message|Updated)"));
    }

    @Test
    void every_message_stands_in_a_file_of_messages_of_its_topic() {
        assertThat(messages()).allSatisfy(message -> {
            assertThat(message.isRecord()).isTrue();
            assertThat(message.getDeclaringClass()).isNotNull();
            assertThat(message.getDeclaringClass().getSimpleName()).endsWith("Messages");
        });
    }

    @Test
    void commands_and_events_of_the_code_are_all_in_the_catalogue() {
        var inTheCode = ALL.stream()
                .filter(type -> type.isRecord()
                        && (type.isAssignableTo(Command.class) || type.isAssignableTo(Event.class)))
                .map(JavaClass::reflect);
        assertThat(messages()).containsExactlyInAnyOrderElementsOf(inTheCode.toList());
    }

    @Test
    void events_carry_plain_values_and_ids_only() {
        var foreign = Catalogue.events()
                .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                .map(RecordComponent::getType)
                .filter(type -> !type.isPrimitive() && !type.getName().startsWith("java.")
                        && !type.getName().startsWith("orgmemory.message"))
                .map(Class::getSimpleName)
                .distinct();
        // A correction carries a payload of any type, as it stands.
        assertThat(foreign).isEqualTo(List.of("ObjectNode"));
    }

    @Test
    void amounts_are_whole_numbers_that_say_agorot() {
        var amounts = messages().flatMap(message -> Arrays.stream(message.getRecordComponents()))
                .filter(component -> component.getName().toLowerCase(Locale.ROOT).contains("amount")
                        || component.getName().endsWith("Agorot"))
                .toList();
        assertThat(amounts).isNotEmpty().allSatisfy(component -> {
            assertThat(component.getName()).endsWith("Agorot");
            assertThat(component.getType()).isEqualTo(long.class);
        });
    }

    @Test
    void every_package_is_checked_for_nulls_and_says_what_it_is_for() {
        var files = Sources.java("main").filter(file -> file.endsWith("package-info.java")).toList();
        var folders = Sources.java("main").map(file -> file.getParent()).distinct().toList();
        assertThat(files).hasSameSizeAs(folders)
                .allSatisfy(file -> assertThat(Sources.lines(file))
                        .contains("@" + NullMarked.class.getSimpleName())
                        .anyMatch(line -> line.startsWith("/**")));
    }

    private static Stream<Class<?>> messages() {
        return Stream.concat(Catalogue.commands(), Catalogue.events());
    }
}
