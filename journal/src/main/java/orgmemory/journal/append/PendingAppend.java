// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** An append that waits for its commit. */
final class PendingAppend {

    /** An event with its bytes, which are made on the caller's thread. */
    static final class Encoded {

        private final NewEvent event;
        private final StoredAs storedAs;
        private final byte[] metadata;
        private final byte[] payload;

        Encoded(NewEvent event, EventCodec codec) {
            this.event = event;
            this.storedAs = codec.storedAs(event.event());
            this.metadata = Journal.metadataBytes(event.envelope());
            this.payload = codec.encode(event.event());
        }

        NewEvent event() {
            return event;
        }

        StoredAs storedAs() {
            return storedAs;
        }

        byte[] metadata() {
            return metadata;
        }

        byte[] payload() {
            return payload;
        }

        Subject stream() {
            return event.event().stream();
        }

        Subject entity() {
            return event.event().entity();
        }
    }

    private final List<Encoded> events;
    private final AppendConditions conditions;
    private final @Nullable PendingAppend before;
    private final CompletableFuture<Appended> outcome = new CompletableFuture<>();

    /** @param before what it rests on: it goes in only after that one; null where it rests on nothing */
    PendingAppend(List<NewEvent> events, AppendConditions conditions, EventCodec codec,
            @Nullable PendingAppend before) {
        this.events = events.stream().map(event -> new Encoded(event, codec)).toList();
        this.conditions = conditions;
        this.before = before;
    }

    List<Encoded> events() {
        return events;
    }

    AppendConditions conditions() {
        return conditions;
    }

    /** Of the request whose answer is kept under the idempotency key; empty where there is none. */
    String requestHash() {
        var hash = conditions.requestHash();
        return hash == null ? "" : hash;
    }

    @Nullable
    PendingAppend before() {
        return before;
    }

    /** Whether it is durable, and that has been told. */
    boolean isIn() {
        return outcome.isDone() && !outcome.isCompletedExceptionally();
    }

    void appended(Appended appended) {
        conditions.fulfilled(appended.receipt());
        outcome.complete(appended);
    }

    void failed(Throwable reason) {
        outcome.completeExceptionally(reason);
    }

    /** Waits for the truth, also on a thread that is interrupted: who gave up early would not know what happened. */
    Appended await() {
        try {
            return outcome.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw wrapped;
        }
    }
}
