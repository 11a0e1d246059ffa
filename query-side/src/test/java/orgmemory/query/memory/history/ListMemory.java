// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import orgmemory.query.memory.history.Standings.Standing;
import org.jspecify.annotations.Nullable;

/** The memory of one view in lists: the same folding as on tables, with nothing but lists below it. */
public final class ListMemory<S> implements Kept {

    private final Fold<S> fold;
    private final EventCodec codec = new EventCodec();
    private final Standings standings = new Standings(codec, ids -> standing());
    private final List<Version> versions = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();
    private final Map<String, Standing> standing = new HashMap<>();

    public ListMemory(View<S> view) {
        this.fold = new Fold<>(view, this);
    }

    /** Folds events in batches of at most this size. */
    public Folded fold(List<StoredEvent> events, int batch) {
        var last = new Folded();
        for (int from = 0; from < events.size(); from += batch) {
            last = fold(events.subList(from, Math.min(from + batch, events.size())));
        }
        return last;
    }

    private Folded fold(List<StoredEvent> events) {
        var arrivals = standings.follow(events);
        var steps = arrivals.stream()
                .<Step>mapMulti((arrival, into) -> {
                    if (arrival.step() != null) {
                        into.accept(arrival.step());
                    }
                })
                .toList();
        var folded = fold.fold(steps);
        versions.addAll(folded.versions());
        touches.addAll(folded.touches());
        for (var arrival : arrivals) {
            var step = arrival.step();
            var original = arrival.corrects() == null && step != null ? step.after() : arrival.corrects();
            if (step != null && original != null) {
                standing.put(original.eventId(), new Standing(original, step.after()));
            }
        }
        return folded;
    }

    /** The state as JSON; empty where there was none, or it was not known. */
    public Optional<String> state(String key, LocalDate asOf, long knownOn) {
        return versions.stream()
                .filter(version -> version.key().equals(key) && !version.day().isAfter(asOf)
                        && version.known() <= knownOn)
                .max(Comparator.comparing(Version::day).thenComparingLong(Version::known))
                .map(version -> Optional.ofNullable(version.state()))
                .orElseGet(Optional::empty);
    }

    /** Every version, as it was written. */
    public List<Version> versions() {
        return List.copyOf(versions);
    }

    private Map<String, Standing> standing() {
        return standing;
    }

    @Override
    public Map<String, Latest> latest(Collection<String> keys) {
        var latest = new HashMap<String, Latest>();
        for (var version : versions) {
            if (keys.contains(version.key())) {
                latest.merge(version.key(), new Latest(version.day(), version.state()),
                        (old, now) -> now.day().isBefore(old.day()) ? old : now);
            }
        }
        return latest;
    }

    @Override
    public Past past(String key, LocalDate from) {
        @Nullable
        String base = state(key, from.minusDays(1), Long.MAX_VALUE).orElse(null);
        var days = versions.stream()
                .filter(version -> version.key().equals(key) && !version.day().isBefore(from))
                .map(Version::day)
                .distinct()
                .toList();
        return new Past(base, days, facts(key, from));
    }

    private List<Fact> facts(String key, LocalDate from) {
        var facts = new ArrayList<Fact>();
        for (var one : standing.values()) {
            var now = one.now();
            if (now != null && !now.day().isBefore(from)
                    && touches.contains(new Touch(key, now.position()))) {
                facts.add(now);
            }
        }
        return facts;
    }
}
