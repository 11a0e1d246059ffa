// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import orgmemory.journal.Journal;
import orgmemory.journal.append.AppendChain;
import orgmemory.message.Subject;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;

/**
 * How aggregates are loaded while a chain is open: nobody else decides on one, or sees it, before the chain has been
 * committed, and one that a late fact has come to is read anew, so that it stands in the order of its facts.
 */
public final class ChainedLoading {

    private final LockFactory locks = PessimisticLockFactory.usingDefaults();
    private final Journal journal;
    private final Cache cache;

    public ChainedLoading(Journal journal, Cache cache) {
        this.journal = journal;
        this.cache = cache;
    }

    /** Gives every aggregate one lock, in every repository: Axon's, which finds out where two would wait for each other. */
    LockFactory locks() {
        return locks;
    }

    /** Told by the repository before it loads. */
    void before(String stream) {
        var chain = AppendChain.current();
        if (chain != null) {
            var lock = locks.obtainLock(stream);
            chain.atEnd(whole -> lock.release());
            var subject = Subject.of(stream);
            if (chain.isReordered(subject, () -> journal.latestDay(subject).orElse(null))) {
                cache.remove(stream);
            }
        }
    }
}
