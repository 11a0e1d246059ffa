// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import orgmemory.query.memory.View;

/**
 * Folds events into versions of one view's states. It is the only one who does, so the keys it worked on last are kept at
 * hand; whoever loses what it answered must make a new one.
 */
public final class Fold<S> {

    private static final int AT_HAND = 2_000;

    private final ViewCodec<S> lens;
    private final ViewHistory kept;
    private final Map<String, KeyFold<S>> keys = new LinkedHashMap<>(64, 0.75f, true);

    public Fold(View<S> view, ViewHistory kept) {
        this.lens = new ViewCodec<>(view);
        this.kept = kept;
    }

    /** Folds the steps, which come right after all that is kept. Stops where the view breaks. */
    public Folded fold(List<FactChange> steps) {
        var folded = new Folded();
        var moves = plan(steps, folded);
        load(moves);
        for (var move : moves) {
            int versions = folded.versions().size();
            int touches = folded.touches().size();
            try {
                apply(move, folded);
            } catch (ViewBroke why) {
                folded.back(versions, touches);
                folded.broke(move.step().position(), why);
                break;
            }
        }
        settle(moves);
        return folded;
    }

    private List<Move> plan(List<FactChange> steps, Folded folded) {
        var moves = new ArrayList<Move>();
        for (var step : steps) {
            try {
                var move = new Move(step, lens.keys(step.before()), lens.keys(step.after()));
                if (!move.left().isEmpty() || !move.entered().isEmpty()) {
                    moves.add(move);
                }
            } catch (ViewBroke why) {
                folded.broke(step.position(), why);
                break;
            }
        }
        return moves;
    }

    private void load(List<Move> moves) {
        var missing = new LinkedHashSet<String>();
        for (var move : moves) {
            for (var key : move.keys()) {
                if (!keys.containsKey(key)) {
                    missing.add(key);
                }
            }
        }
        if (!missing.isEmpty()) {
            var latest = kept.latest(missing);
            missing.forEach(key -> keys.put(key, new KeyFold<>(key, lens, kept, latest.get(key))));
        }
    }

    private void apply(Move move, Folded folded) {
        for (var key : move.keys()) {
            var keyFold = keys.get(key);
            if (keyFold == null) {
                throw new IllegalStateException(key + " was not loaded");
            }
            keyFold.apply(move, folded.versions()::add);
        }
        var fact = move.step().after();
        // A new fact gives its own position to the versions it makes, so that it is found by them.
        if (fact != null && !move.step().isNewFact()) {
            for (var key : move.entered()) {
                if (!move.left().contains(key)) {
                    folded.touches().add(new KeyReassignment(key, fact.position()));
                }
            }
        }
    }

    private void settle(List<Move> moves) {
        for (var move : moves) {
            for (var key : move.keys()) {
                keys.computeIfPresent(key, (name, keyFold) -> keyFold.settled());
            }
        }
        var eldest = keys.keySet().iterator();
        for (int surplus = keys.size() - AT_HAND; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }
}
