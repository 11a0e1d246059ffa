// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.journal.append.AppendChain;
import org.jspecify.annotations.Nullable;

/** What the facts of one chain say to the register, before it is written there. */
final class ChainedEntries {

    private final AppendChain chain;
    private final RegisterEntries says;
    private final Map<RegisterKey, List<RegisterEntry>> entries = new HashMap<>();
    private final Map<RegisterKey, List<Rows.Row>> rows = new HashMap<>();
    private int seen;

    private ChainedEntries(AppendChain chain, RegisterEntries says) {
        this.chain = chain;
        this.says = says;
    }

    /** Of the chain that is open on this thread; null where none is, or it says nothing. */
    static @Nullable ChainedEntries current(RegisterEntries says) {
        var chain = AppendChain.current();
        if (chain == null) {
            return null;
        }
        var current = chain.resource(ChainedEntries.class, () -> new ChainedEntries(chain, says));
        current.readOn();
        return current.entries.isEmpty() ? null : current;
    }

    Set<String> keys(Kind kind) {
        return entries.keySet()
                .stream()
                .filter(key -> key.kind() == kind)
                .map(RegisterKey::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rows of a key as they will be; null where nothing is said of it. */
    @Nullable
    List<Rows.Row> rows(RegisterKey key, Function<RegisterKey, List<RegisterEntry>> standing) {
        var said = entries.get(key);
        return said == null ? null : rows.computeIfAbsent(key, folded -> {
            var all = new ArrayList<>(standing.apply(folded));
            all.addAll(said);
            return Rows.fold(all);
        });
    }

    private void readOn() {
        for (var event : chain.events().subList(seen, chain.events().size())) {
            for (var entry : says.of(event.event(), event.envelope().occurredOn())) {
                var key = new RegisterKey(entry.kind(), entry.key());
                entries.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
                rows.remove(key);
            }
        }
        seen = chain.events().size();
    }
}
