// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.history.Folded;
import orgmemory.query.memory.history.ViewHistory;
import orgmemory.query.memory.history.KeyReassignment;
import orgmemory.query.memory.history.Version;
import orgmemory.query.oracle.history.History;

/** What is kept of one view, in lists instead of tables; it is read by going through all of it. */
final class StoredInLists implements ViewHistory {

    private final History history;
    private final Map<String, List<Version>> versions = new TreeMap<>();
    private final List<KeyReassignment> touches = new ArrayList<>();
    private long position;

    StoredInLists(History history) {
        this.history = history;
    }

    /** The batch up to the position has been folded. */
    void keep(Folded folded, long upTo) {
        for (var version : folded.versions()) {
            versions.computeIfAbsent(version.key(), key -> new ArrayList<>()).add(version);
        }
        touches.addAll(folded.touches());
        position = upTo;
    }

    @Override
    public Map<String, Latest> latest(Collection<String> keys) {
        var latest = new HashMap<String, Latest>();
        for (var key : keys) {
            version(key, LocalDate.MAX, position)
                    .ifPresent(version -> latest.put(key, new Latest(version.day(), version.state())));
        }
        return latest;
    }

    @Override
    public Past past(String key, LocalDate from) {
        var days = new TreeSet<LocalDate>();
        for (var version : versions.getOrDefault(key, List.of())) {
            if (!version.day().isBefore(from)) {
                days.add(version.day());
            }
        }
        return new Past(version(key, from.minusDays(1), position).map(Version::state).orElse(null), days,
                factsTouching(key, from));
    }

    private List<Fact> factsTouching(String key, LocalDate from) {
        return Truth.facts(history, position)
                .stream()
                .filter(fact -> !fact.day().isBefore(from))
                .filter(fact -> touches.contains(new KeyReassignment(key, fact.position()))
                        || madeVersion(key, fact))
                .toList();
    }

    private boolean madeVersion(String key, Fact fact) {
        return versions.getOrDefault(key, List.of())
                .stream()
                .anyMatch(version -> version.known() == fact.position());
    }

    /** All states of a day as known at a position, as JSON. */
    SortedMap<String, String> states(LocalDate asOf, long knownOn) {
        var states = new TreeMap<String, String>();
        for (var key : versions.keySet()) {
            version(key, asOf, knownOn).map(Version::state).ifPresent(state -> states.put(key, state));
        }
        return states;
    }

    /** Of the versions known then, that of the last day up to the day, and of these the one known last. */
    private Optional<Version> version(String key, LocalDate asOf, long knownOn) {
        return versions.getOrDefault(key, List.of())
                .stream()
                .filter(version -> !version.day().isAfter(asOf) && version.known() <= knownOn)
                .max(comparing(Version::day).thenComparingLong(Version::known));
    }
}
