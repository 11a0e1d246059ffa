// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Appends that rest on each other and go in with one commit: commands of one sender, decided one after another. While the
 * chain is open on a thread, what one of them appends the next one finds, and nobody else sees any of it. Where one is
 * refused at the commit, the chain breaks there: those before it are in, it and those after it are not.
 */
public final class AppendChain implements AutoCloseable {

    /** What is asked cannot be told before the chain is committed: ask again then. */
    public static final class MustCommit extends RuntimeException {

        public MustCommit() {
            super("The chain must be committed first", null, false, false);
        }
    }

    private static final ScopedValue<AppendChain> CURRENT = ScopedValue.newInstance();

    private final GroupCommit commits;
    private final EventCodec codec;
    private final List<PendingAppend> appends = new ArrayList<>();
    private final Map<Subject, ChainedStream> streams = new HashMap<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final Map<Class<?>, Object> resources = new HashMap<>();
    private final Deque<Consumer<Boolean>> endings = new ArrayDeque<>();
    private final Set<Subject> reordered = new HashSet<>();
    private int in;
    private @Nullable RuntimeException refusal;

    AppendChain(GroupCommit commits, EventCodec codec) {
        this.commits = commits;
        this.codec = codec;
    }

    /** The chain that is open on this thread; null where each append is committed by itself. */
    public static @Nullable AppendChain current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** Runs something as soon as what was decided here is durable: at once where no chain is open. */
    public static void afterCommit(Runnable action) {
        var chain = current();
        if (chain == null) {
            action.run();
        } else {
            chain.atEnd(whole -> {
                if (whole) {
                    action.run();
                }
            });
        }
    }

    /** Decides something while the chain is open. */
    public <T> T open(Supplier<T> decision) {
        return ScopedValue.where(CURRENT, this).call(decision::get);
    }

    /** Adds an append. It is durable once {@link #commit} says so. */
    public void add(List<NewEvent> added, AppendConditions conditions) {
        appends.add(
                new PendingAppend(added, conditions, codec, appends.isEmpty() ? null : appends.getLast()));
        for (var event : added) {
            streams.computeIfAbsent(event.event().stream(), stream -> new ChainedStream()).add(event);
            events.add(event);
        }
    }

    /** How many appends it has. */
    public int size() {
        return appends.size();
    }

    /** Its events, in order. */
    public List<NewEvent> events() {
        return events;
    }

    /** Its events of one stream, in order. */
    public List<NewEvent> events(Subject stream) {
        var chained = streams.get(stream);
        return chained == null ? List.of() : chained.events();
    }

    /** By how many its events move on the version of an entity. */
    public long versions(Subject entity) {
        return events.stream().filter(event -> event.event().entity().equals(entity)).count();
    }

    /** Something that goes with the chain, made when it is first asked for. */
    public <T> T resource(Class<T> type, Supplier<T> first) {
        return type.cast(resources.computeIfAbsent(type, made -> first.get()));
    }

    /**
     * Whether a fact has come to the stream, since this was last asked, that happened before another one of it.
     *
     * @param latestDay the latest day of what is recorded of the stream; null where nothing is
     */
    public boolean isReordered(Subject stream, Supplier<@Nullable LocalDate> latestDay) {
        var chained = streams.get(stream);
        return chained != null && chained.isReordered(latestDay);
    }

    /**
     * Does something at the end, what was asked last first.
     *
     * @param ending is told whether all appends are durable
     */
    public void atEnd(Consumer<Boolean> ending) {
        endings.push(ending);
    }

    /**
     * Commits all appends, up to the first that is refused.
     *
     * @return how many are durable
     * @throws Overloaded too many are waiting; none is durable
     */
    public int commit() {
        if (!appends.isEmpty()) {
            commits.submit(List.copyOf(appends));
        }
        for (var append : appends) {
            try {
                reordered.addAll(append.await().reordered());
                in += refusal == null ? 1 : 0;
            } catch (RuntimeException reason) {
                refusal = refusal == null ? reason : refusal;
            }
        }
        return in;
    }

    /** Streams in which an earlier fact now stands otherwise or later, once committed. */
    public Set<Subject> reordered() {
        return reordered;
    }

    /** What broke the chain at its commit; null where nothing did. */
    public @Nullable RuntimeException refusal() {
        return refusal;
    }

    /** Ends the chain: all that it holds is let go, also where an ending fails; the first failure is thrown at the end. */
    @Override
    public void close() {
        boolean whole = in == appends.size();
        RuntimeException failure = null;
        while (!endings.isEmpty()) {
            try {
                endings.pop().accept(whole);
            } catch (RuntimeException failed) {
                if (failure == null) {
                    failure = failed;
                } else {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
