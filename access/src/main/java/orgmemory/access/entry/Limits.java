// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Secret;
import orgmemory.access.account.SignInName;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may try. Whoever guesses passwords waits longer after each guess, and makes nobody else wait; who works
 * is not held up. What is remembered is bounded, and forgotten at a restart.
 */
public final class Limits {

    private static final int REMEMBERED = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int FREE_TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Ticker ticker;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> cast;
    private final LoadingCache<String, Bucket> people;
    private final Cache<String, Tries> guessers;

    /**
     * How many there may be.
     *
     * @param triesPerAddress   sign-ins and links, from one address in five minutes
     * @param requestsPerPerson requests that ask for something to be recorded, by one person in a minute
     */
    public record Allowed(int triesPerAddress, int requestsPerPerson) {
    }

    private record Tries(int count, long nextAt) {
    }

    public Limits(Allowed allowed, Ticker ticker) {
        this.ticker = ticker;
        this.addresses = buckets(allowed.triesPerAddress(), Duration.ofMinutes(5));
        this.cast = buckets(allowed.requestsPerPerson(), Duration.ofMinutes(1));
        this.people = buckets(allowed.requestsPerPerson(), Duration.ofMinutes(1));
        this.guessers = remembered().build();
    }

    /**
     * Somebody tries a password for a name; refused with 429 while they have to wait. Guesses count for a name from one
     * network together, so whoever guesses from elsewhere makes nobody else wait; those of a browser in which the name's owner
     * has signed in before count by themselves, whatever else comes from its network.
     *
     * @param browser that browser, where it is one: {@link KnownBrowsers#known}
     */
    public void tryPassword(String name, String address, Optional<String> browser) {
        if (browser.isEmpty()) {
            take(addresses, Network.of(address));
        }
        guess(guesser(name, address, browser));
    }

    /** The password was right: who tried it begins anew. */
    public void knew(String name, String address, Optional<String> browser) {
        guessers.invalidate(guesser(name, address, browser));
    }

    /** Somebody who is signed in tries what the present password is. */
    public void tryPresent(PersonId person) {
        guess("present " + person);
    }

    /** It was right. */
    public void knewPresent(PersonId person) {
        guessers.invalidate("present " + person);
    }

    private void guess(String guesser) {
        long now = ticker.read();
        var wait = new AtomicLong();
        guessers.asMap().compute(guesser, (_, before) -> {
            wait.set(before == null ? 0 : before.nextAt - now);
            return wait.get() > 0 ? before : next(before, now);
        });
        refuseFor(wait.get());
    }

    /** However long the name is that somebody types, what is remembered of it is short. */
    private static String guesser(String name, String address, Optional<String> browser) {
        return browser.map(known -> "browser " + known)
                .orElseGet(() -> HexFormat.of()
                        .formatHex(
                                Secret.hash(SignInName.typed(name).key() + " from " + Network.of(address))));
    }

    /** Somebody tries a one-time link. */
    public void tryLink(String address) {
        take(addresses, "link " + Network.of(address));
    }

    /** Somebody comes in as one of the demo's cast. */
    public void tryCast(String address) {
        take(cast, Network.of(address));
    }

    /** Somebody asks for something to be recorded. */
    void ask(String person) {
        take(people, person);
    }

    private static Tries next(@Nullable Tries before, long now) {
        int count = before == null ? 1 : before.count + 1;
        long seconds = count < FREE_TRIES
                ? 0
                : Math.min(1L << Math.min(count - FREE_TRIES, 30), LONGEST_WAIT.toSeconds());
        return new Tries(count, now + TimeUnit.SECONDS.toNanos(seconds));
    }

    private static void take(LoadingCache<String, Bucket> buckets, String key) {
        refuseFor(buckets.get(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    private static void refuseFor(long nanos) {
        if (nanos > 0) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999L));
            throw new HttpProblem(429, "limit.wait", Long.toString(seconds))
                    .header("Retry-After", Long.toString(seconds));
        }
    }

    private LoadingCache<String, Bucket> buckets(int capacity, Duration refilledIn) {
        var meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ticker.read();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return remembered().build(_ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refilledIn))
                .withCustomTimePrecision(meter)
                .build());
    }

    private Caffeine<Object, Object> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(ticker);
    }
}
