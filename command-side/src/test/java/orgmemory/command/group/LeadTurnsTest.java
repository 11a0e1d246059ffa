// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.group.LeadTurns;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadTurnsTest {

    private static final PersonId A = new PersonId("A");
    private static final PersonId B = new PersonId("B");
    private static final PersonId C = new PersonId("C");

    private final LeadTurns three = LeadTurns.NONE.joined(A).joined(B).joined(C);

    @Test
    void pass_to_who_has_led_least_recently() {
        assertThat(led(three, 6)).containsExactly(A, B, C, A, B, C);
    }

    @Test
    void come_to_who_has_never_led_before_they_come_to_who_has() {
        var late = new PersonId("D");
        var turns = three.led(A).led(B).joined(late);

        assertThat(led(turns, 4)).containsExactly(C, late, A, B);
    }

    @Test
    void leave_out_who_is_away_and_come_back_to_them_first() {
        assertThat(three.next(person -> !person.equals(A))).contains(B);
        assertThat(led(three.led(B), 3)).containsExactly(A, C, B);
        assertThat(three.next(person -> false)).isEmpty();
    }

    @Test
    void that_are_skipped_come_again_once_another_has_led() {
        var skipped = three.skipped(A).skipped(A);

        assertThat(skipped.next(person -> true)).contains(B);
        assertThat(led(skipped.led(B), 3)).containsExactly(A, C, B);
    }

    @Test
    void that_are_swapped_pass_to_each_in_the_other_s_place() {
        assertThat(led(three.swapped(A, C), 4)).containsExactly(C, B, A, C);
        assertThat(led(three.led(A).swapped(A, B), 3)).containsExactly(A, C, B);
        assertThat(three.swapped(A, new PersonId("X"))).isEqualTo(three);
    }

    @Test
    void keep_the_place_of_who_comes_back() {
        assertThat(three.led(A).joined(A)).isEqualTo(three.led(A));
    }

    @Test
    void take_any_order_of_facts() {
        assertThat(LeadTurns.NONE.led(A).joined(A).joined(B).line()).containsExactly(B, A);
    }

    /** Who leads, time after time, where all are there. */
    private static List<PersonId> led(LeadTurns turns, int times) {
        return Stream.iterate(turns, before -> before.led(before.next(person -> true).orElseThrow()))
                .limit(times)
                .map(now -> now.next(person -> true).orElseThrow())
                .toList();
    }
}
