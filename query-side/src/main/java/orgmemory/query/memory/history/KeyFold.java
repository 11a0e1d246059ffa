// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One key of a view at work. A fact in order needs only the last state; any other needs the key's past from its day on. */
final class KeyFold<S> {

    private final String key;
    private final ViewCodec<S> lens;
    private final ViewHistory kept;
    private final List<Move> moves = new ArrayList<>(2);
    private @Nullable String unread;
    private @Nullable LocalDate lastDay;
    private @Nullable S state;
    private @Nullable FactTimeline<S> tail;

    KeyFold(String key, ViewCodec<S> lens, ViewHistory kept, ViewHistory.@Nullable Latest latest) {
        this.key = key;
        this.lens = lens;
        this.kept = kept;
        if (latest != null) {
            lastDay = latest.day();
            unread = latest.state();
        }
    }

    void apply(Move move, Consumer<Version> versions) {
        var fact = move.step().after();
        if (fact != null && move.step().isNewFact()
                && (lastDay == null || !fact.day().isBefore(lastDay))) {
            state = lens.evolve(key, lastState(), fact);
            lastDay = fact.day();
            versions.accept(lens.version(key, lastDay, move.step().position(), state));
            if (tail != null) {
                tail.add(fact);
            }
        } else {
            foldAgain(move, versions);
        }
        moves.add(move);
    }

    /** What was kept includes these events from now on. */
    KeyFold<S> settled() {
        moves.clear();
        tail = null;
        return this;
    }

    private @Nullable S lastState() {
        if (unread != null) {
            state = lens.read(unread);
            unread = null;
        }
        return state;
    }

    private void foldAgain(Move move, Consumer<Version> versions) {
        var from = move.from(key);
        var past = tail;
        if (past == null || !past.covers(from)) {
            past = past(from);
            tail = past;
        }
        move.applyTo(key, past);
        unread = null;
        state = past.fold(from, move.step().position(), versions);
        lastDay = past.lastDay();
    }

    /** What was kept before these events does not have those of them that came already: they are added. */
    private FactTimeline<S> past(LocalDate day) {
        var from = day;
        for (var earlier : moves) {
            var first = earlier.from(key);
            from = first.isBefore(from) ? first : from;
        }
        var past = new FactTimeline<>(key, lens, from, kept.past(key, from));
        moves.forEach(earlier -> earlier.applyTo(key, past));
        return past;
    }
}
