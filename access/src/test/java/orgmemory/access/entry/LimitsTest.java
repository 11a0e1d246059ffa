// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
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
    void each_wrong_guess_for_a_name_from_one_network_waits_twice_as_long() {
        var waits = IntStream.range(0, 16).map(guess -> {
            guess("Ruth", "2001:db8:1:2::" + guess);
            int wait = wait(() -> guess(" RUTH", "2001:db8:1:2:" + guess + "::1"));
            pass(wait);
            return wait;
        });

        assertThat(waits).containsExactly(0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300);
    }

    @Test
    void nobody_waits_for_what_is_tried_from_elsewhere() {
        IntStream.range(0, 1_000).forEach(guess -> guess("ruth", "10.0." + guess / 250 + "." + guess % 250));
        IntStream.range(0, 25).forEach(_ -> wait(() -> guess("ruth", "10.9.9.9")));

        assertThatNoException().isThrownBy(() -> guess("ruth", "10.8.8.8"));
        assertThat(wait(() -> guess("ruth", "10.9.9.9"))).isPositive();
    }

    @Test
    void a_browser_that_is_known_does_not_wait_for_its_network_and_waits_for_itself() {
        IntStream.range(0, 2 * TRIES).forEach(_ -> wait(() -> guess("ruth", "10.0.0.1")));
        assertThat(wait(() -> guess("ruth", "10.0.0.1"))).isPositive();

        IntStream.range(0, 5).forEach(_ -> limits.tryPassword("ruth", "10.0.0.1", Optional.of("hers")));
        assertThat(wait(() -> limits.tryPassword("ruth", "10.0.0.1", Optional.of("hers")))).isPositive();
        assertThat(wait(() -> limits.tryPassword("ruth", "10.0.0.2", Optional.of("hers")))).isPositive();
    }

    @Test
    void whoever_knows_the_password_begins_anew() {
        IntStream.range(0, 5).forEach(_ -> guess("ruth", "10.0.0.9"));
        limits.knew("Ruth", "10.0.0.9", Optional.empty());

        assertThatNoException().isThrownBy(() -> guess("ruth", "10.0.0.9"));
    }

    @Test
    void one_address_cannot_try_name_after_name() {
        IntStream.range(0, TRIES).forEach(guess -> guess("name " + guess, "10.0.0.1"));

        assertThat(wait(() -> guess("another", "10.0.0.1"))).isEqualTo(10);
        assertThatNoException().isThrownBy(() -> guess("another", "10.0.0.2"));
        pass(10);
        assertThatNoException().isThrownBy(() -> guess("yet another", "10.0.0.1"));
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
                if (wait(() -> guess("ruth", "10.0.0.1")) == 0) {
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
        IntStream.range(0, 5).forEach(_ -> guess("ruth", "10.0.0.9"));
        var refused = catchThrowableOfType(HttpProblem.class, () -> guess("ruth", "10.0.0.9"));
        var problem = new Problems(new Sentences()).of(refused, Sentences.ENGLISH);

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.headers()).containsEntry("Retry-After", "1");
        assertThat(problem.detail()).contains("1 second");
    }

    private void guess(String name, String address) {
        limits.tryPassword(name, address, Optional.empty());
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
