// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.View;
import orgmemory.query.memory.reading.StoredViews.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes answers of kept states: what they say on the day, and in present reads the versions that a command may name. */
final class Answers<S> {

    /** A state as it is kept. */
    record Kept(String key, String state) {
    }

    private record Versioned(@Nullable Subject entity, List<Subject> parts) {
    }

    private final @Nullable JdbcClient sql;
    private final View<S> view;
    private final Served served;
    private final ReadPoint moment;
    private final boolean versioned;

    /** Of states whose versions have been read with them. */
    Answers(View<S> view, Served served, ReadPoint moment) {
        this(null, view, served, moment, false);
    }

    /** @param versioned whether it is asked about the present */
    Answers(@Nullable JdbcClient sql, View<S> view, Served served, ReadPoint moment,
            boolean versioned) {
        this.sql = sql;
        this.view = view;
        this.served = served;
        this.moment = moment;
        this.versioned = versioned;
    }

    List<Answer> of(List<Kept> kept) {
        var needed = new ArrayList<Versioned>();
        for (var state : kept) {
            needed.add(needed(state));
        }
        var versions = versions(needed);
        var answers = new ArrayList<Answer>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            answers.add(answer(kept.get(i), needed.get(i), versions));
        }
        return answers;
    }

    private Answer answer(Kept kept, Versioned needed, Map<String, Long> versions) {
        var parts = new LinkedHashMap<String, Long>();
        for (var part : needed.parts()) {
            var version = versions.get(part.toString());
            if (version != null) {
                parts.put(part.toString(), version);
            }
        }
        return answer(kept, needed.entity() == null ? null : versions.get(needed.entity().toString()), parts);
    }

    /** The answer of a state without parts. */
    Answer of(Kept kept, @Nullable Long version) {
        return answer(kept, version, Map.of());
    }

    private Answer answer(Kept kept, @Nullable Long version, Map<String, Long> parts) {
        long position = Math.min(moment.position(), served.position());
        return new Answer(view.name(), served.version(), kept.key(), moment.asOf(),
                Math.min(moment.knownOn(), position), position, version, parts, onTheDay(kept.state()));
    }

    private String onTheDay(String state) {
        return served.isOf(view) && overrides(view, "at", Object.class, LocalDate.class)
                ? Json.mapper().writeValueAsString(view.at(read(state), moment.asOf()))
                : state;
    }

    private Versioned needed(Kept kept) {
        if (!versioned || !served.isOf(view)) {
            return new Versioned(null, List.of());
        }
        return new Versioned(view.entity(kept.key()),
                hasParts(view) ? view.parts(read(kept.state())) : List.of());
    }

    private Map<String, Long> versions(List<Versioned> needed) {
        var entities = needed.stream()
                .<Subject>mapMulti((one, into) -> {
                    if (one.entity() != null) {
                        into.accept(one.entity());
                    }
                    one.parts().forEach(into);
                })
                .map(Subject::toString)
                .distinct()
                .toArray(String[]::new);
        var versions = new HashMap<String, Long>();
        if (sql != null && entities.length > 0) {
            sql.sql("""
                    select e.entity, v.entity_version from unnest(?::text[]) e (entity) cross join lateral (
                        select entity_version from memory.record r where r.entity = e.entity
                        order by entity_version desc limit 1
                    ) v""")
                    .param(entities)
                    .query(row -> {
                        versions.put(row.getString("entity"), row.getLong("entity_version"));
                    });
        }
        return versions;
    }

    private S read(String state) {
        return Json.mapper().readValue(state, view.stateType());
    }

    static boolean hasParts(View<?> view) {
        return overrides(view, "parts", Object.class);
    }

    /** A state that its view neither changes nor looks into is handed on as it is kept. */
    private static boolean overrides(View<?> view, String method, Class<?>... parameters) {
        try {
            return view.getClass().getMethod(method, parameters).getDeclaringClass() != View.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
