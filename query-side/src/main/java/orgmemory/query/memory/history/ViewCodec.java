// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orgmemory.message.Json;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** A view with its states as JSON. Whatever the view throws comes out as {@link ViewBroke}. */
final class ViewCodec<S> {

    private static final Logger LOG = LoggerFactory.getLogger(ViewCodec.class);
    private static final int SMALL = 16 * 1024;

    private final View<S> view;
    private final List<Column<S>> columns;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private boolean warned;

    ViewCodec(View<S> view) {
        this.view = view;
        this.columns = view.columns();
        this.writer = Json.mapper().writerFor(view.stateType());
        this.reader = Json.mapper().readerFor(view.stateType());
    }

    Set<String> keys(@Nullable Fact fact) {
        if (fact == null || fact.envelope().visibility().narrowerThan(view.visibility())) {
            return Set.of();
        }
        return guarded(() -> {
            Collection<String> keys = view.keys(fact);
            return keys.size() < 2 ? Set.copyOf(keys) : new LinkedHashSet<>(keys);
        });
    }

    S evolve(String key, @Nullable S state, Fact fact) {
        return guarded(() -> view.evolve(state == null ? view.initial(key) : state, fact));
    }

    Version version(String key, LocalDate day, long known, @Nullable S state) {
        return state == null
                ? new Version(key, day, known, null, List.of())
                : guarded(() -> new Version(key, day, known, written(key, state),
                        columns.stream().map(column -> column.sortable(state)).toList()));
    }

    @Nullable
    S read(@Nullable String json) {
        return json == null ? null : guarded(() -> reader.<S>readValue(json));
    }

    private String written(String key, S state) {
        var json = writer.writeValueAsString(state);
        if (json.length() > SMALL && !warned) {
            warned = true;
            LOG.warn("The state of {} {} has grown to {} characters; states are meant to stay small",
                    view.name(), key, json.length());
        }
        return json;
    }

    private <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            throw new ViewBroke(view.name(), failure);
        }
    }
}
