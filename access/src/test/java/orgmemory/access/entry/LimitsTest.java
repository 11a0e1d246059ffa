// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final int TRIES = 30;

    private final AtomicLong now = new AtomicLong(-1_000_000_000_000L);
    private final Limits limits = new Limits(new Limits.Allowed(TRIES, 100), now::get);

    @Test
    void each_wrong_guess_for_a_name_waits_twice_as_long_from_whichever_address() {
        var waits = IntStream.range(0, 16).map(guess -> {
            limits.tryPassword("Ruth", "10.0.0." + guess);
            int wait = wait(() -> limits.tryPassword(" RUTH", "10.0.1." + guess));
            pass(wait);
            return wait;
        });

        assertThat(waits).containsExactly(0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300);
    }

    @Test
    void whoever_knows_the_password_does_not_wait_for_what_others_tried() {
        IntStream.range(0, 5).forEach(guess -> limits.tryPassword("ruth", "10.0.0." + guess));
        pass(1);
        limits.tryPassword("ruth", "10.0.0.9");
        limits.knew("Ruth");

        assertThatNoException().isThrownBy(() -> limits.tryPassword("ruth", "10.0.0.9"));
    }

    @Test
    void one_address_cannot_try_name_after_name() {
        IntStream.range(0, TRIES).forEach(guess -> limits.tryPassword("name " + guess, "10.0.0.1"));

        assertThat(wait(() -> limits.tryPassword("another", "10.0.0.1"))).isEqualTo(10);
        assertThatNoException().isThrownBy(() -> limits.tryPassword("another", "10.0.0.2"));
        pass(10);
        assertThatNoException().isThrownBy(() -> limits.tryPassword("yet another", "10.0.0.1"));
    }

    @Test
    void one_network_of_the_sixth_kind_is_one_address() {
        IntStream.range(0, TRIES).forEach(guess -> limits.tryLink("2001:db8:1:2::" + guess));

        assertThat(wait(() -> limits.tryLink("2001:db8:1:2:ffff::1"))).isPositive();
        assertThatNoException().isThrownBy(() -> limits.tryLink("2001:db8:1:3::1"));
    }

    @Test
    void guesses_at_the_same_moment_are_all_counted() throws InterruptedException {
        var passed = new AtomicInteger();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(guess -> guessers.execute(() -> {
                if (wait(() -> limits.tryPassword("ruth", "10.0." + guess + ".1")) == 0) {
                    passed.incrementAndGet();
                }
            }));
        }
        assertThat(passed).hasValue(5);
    }

    @Test
    void who_works_is_held_up_only_by_what_nobody_could_mean() {
        IntStream.range(0, 100).forEach(request -> limits.ask("D4"));

        assertThat(wait(() -> limits.ask("D4"))).isEqualTo(1);
        assertThatNoException().isThrownBy(() -> limits.ask("D5"));
    }

    @Test
    void a_refusal_says_how_long_to_wait() {
        IntStream.range(0, 5).forEach(guess -> limits.tryPassword("ruth", "10.0.0." + guess));
        var refused = catchThrowableOfType(HttpProblem.class, () -> limits.tryPassword("ruth", "10.0.0.9"));
        var problem = new Problems(new Sentences()).of(refused, Sentences.ENGLISH);

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.headers()).containsEntry("Retry-After", "1");
        assertThat(problem.detail()).contains("1 second");
    }

    private void pass(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    /** For how many seconds it is refused; 0 where it is not. */
    private static int wait(Runnable attempt) {
        try {
            attempt.run();
            return 0;
        } catch (HttpProblem refused) {
            var problem = new Problems(new Sentences()).of(refused, Sentences.ENGLISH);
            return Integer.parseInt(problem.headers().getOrDefault("Retry-After", "0"));
        }
    }
}
