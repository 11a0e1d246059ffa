// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that are used most, so many and no more. Axon's own cache keeps what the garbage collector happens
 * to leave, so how long a command takes would hang on the memory that others need.
 */
public final class AggregateCache implements Cache {

    private static final String REORDERED = "orgmemory.reordered";

    private final Map<Object, Object> entries;

    public AggregateCache(int limit) {
        // What is let go costs nothing, so it needs no thread of its own.
        this.entries = Caffeine.newBuilder().maximumSize(limit).executor(Runnable::run).build().asMap();
    }

    /** Told by the journal: an earlier fact of the stream now stands otherwise, so what was folded from it is stale. */
    public void reordered(String stream) {
        entries.remove(stream);
        CurrentUnitOfWork.ifStarted(unit -> reorderedIn(unit).add(stream));
    }

    /** Whether what a unit of work committed came to an earlier place of the stream than its end. */
    static boolean isReordered(String stream, UnitOfWork<?> unit) {
        return reorderedIn(unit).contains(stream);
    }

    private static Set<String> reorderedIn(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(REORDERED, _ -> new HashSet<>());
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <K, V> @Nullable V get(K key) {
        return (V) entries.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    /** Nobody listens: the repositories only read, write and remove. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("The cache of aggregates has no listeners");
    }
}
