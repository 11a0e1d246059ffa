// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import orgmemory.message.Json;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.BudgetYears;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.MovementTotals;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.Views;
import orgmemory.journal.EventCodec;
import orgmemory.query.memory.folding.Processor;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.oracle.Trail;
import orgmemory.query.oracle.Truth;
import orgmemory.query.oracle.history.History;
import orgmemory.query.people.Areas;
import orgmemory.query.people.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** A memory on PostgreSQL, and what it answers beside what is true. */
final class Remembered {

    static final LocalDate TODAY = LocalDate.of(2017, 6, 1);

    static final List<View<?>> VIEWS = List.of(new Trail(), new CutBoard(), new BudgetLines(),
            new MovementTotals(), new BudgetYears(), new People(), new Areas());

    private final DataSource readers;
    private final DataSource writers;
    private final Memory memory;

    /** Reads and folds, each on a connection of its own. */
    Remembered(DataSource database) {
        this.readers = connectionTo(database);
        this.writers = connectionTo(database);
        this.memory = new Memory(readers, new Views(VIEWS), new Arrivals(), ZoneOffset.UTC,
                InstantSource.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
    }

    private static DataSource connectionTo(DataSource database) {
        try {
            return new SingleConnectionDataSource(database.getConnection(), true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Memory memory() {
        return memory;
    }

    /** One that folds the feed in batches of that size. */
    Processor processor(HistoryFeed feed, int batch) {
        return processor(writers, feed, batch);
    }

    static Processor processor(DataSource database, HistoryFeed feed, int batch) {
        return new Processor(database, feed, new Views(VIEWS), new EventCodec(), new Arrivals(), batch);
    }

    /** Nothing is remembered any more; the history has been recorded up to its beginning. */
    HistoryFeed emptied(History history) {
        var feed = new HistoryFeed(history, 0);
        try (var processor = processor(feed, 1)) {
            processor.rebuildFromZero();
        }
        return feed;
    }

    /** The database has noticed that whoever led the memory is dead. */
    void awaitNobodyLeads() {
        var sql = JdbcClient.create(readers);
        while (sql.sql("select exists (select from pg_locks where locktype = 'advisory' and database = "
                + "(select oid from pg_database where datname = current_database()))")
                .query(Boolean.class)
                .single()) {
            Thread.onSpinWait();
        }
    }

    /**
     * Every answer as of every day, known at every position up to where the memory stands, is the true one: of the trail,
     * which shows all, and of one view at random.
     */
    void agreesWith(History history, Random random) {
        for (long knownOn = 0; knownOn <= memory.position(); knownOn++) {
            var facts = Truth.facts(history, knownOn);
            for (var day : history.days()) {
                agrees(VIEWS.getFirst(), facts, day, knownOn);
                agrees(VIEWS.get(random.nextInt(VIEWS.size())), facts, day, knownOn);
            }
        }
        dayByDay(VIEWS.get(random.nextInt(VIEWS.size())), history, random.nextLong(memory.position() + 1));
        agreesNowWith(history);
    }

    /** The days of each key of a view tell for every day what the view tells as of that day. */
    private <S> void dayByDay(View<S> view, History history, long knownOn) {
        var facts = Truth.facts(history, knownOn);
        var truths = new TreeMap<LocalDate, SortedMap<String, JsonNode>>();
        history.days().forEach(day -> truths.put(day, truth(view, facts, day)));
        truths.values().stream().flatMap(states -> states.keySet().stream()).distinct().forEach(key -> {
            var kept = new TreeMap<LocalDate, Optional<S>>();
            memory.days(view.name(), key, new BitemporalPoint(truths.lastKey(), knownOn))
                    .forEach(then -> kept.put(then.day(),
                            Optional.ofNullable(then.state())
                                    .map(it -> Json.mapper().readValue(it, view.stateType()))));
            truths.forEach((day, states) -> assertThat(Optional.ofNullable(kept.floorEntry(day))
                    .flatMap(Map.Entry::getValue)
                    .map(state -> json(view.at(state, day))))
                    .describedAs("%s %s on %s, known at %d", view.name(), key, day, knownOn)
                    .isEqualTo(Optional.ofNullable(states.get(key))));
        });
    }

    /** What is read without naming a day or a position is true for today, and no view is broken. */
    void agreesNowWith(History history) {
        assertThat(memory.status()).extracting(ViewStatus::status).doesNotContain(ViewStatus.Status.BROKEN);
        var facts = Truth.facts(history, memory.position());
        for (var view : VIEWS) {
            assertThat(list(view, BitemporalPoint.NOW))
                    .describedAs("%s now", view.name())
                    .isEqualTo(truth(view, facts, TODAY));
        }
    }

    private void agrees(View<?> view, List<Fact> facts, LocalDate asOf, long knownOn) {
        assertThat(list(view, new BitemporalPoint(asOf, knownOn)))
                .describedAs("%s as of %s, known at %d", view.name(), asOf, knownOn)
                .isEqualTo(truth(view, facts, asOf));
    }

    /** All that is kept of the views that are read, as it stands in the tables. */
    List<String> kept() {
        return JdbcClient.create(readers)
                .sql("""
                        select v.name || ' ' || k.key || ' ' || k.day || ' ' || k.known || ' ' || coalesce(k.state::text, '-')
                        from memory.version k join memory.view v on v.id = k.view and v.status = 'LIVE'
                        union all
                        select v.name || ' ' || p.key || ' ' || p.day || ' ' || p.known || ' ' || coalesce(p.state::text, '-')
                            || ' ' || p.c1 || ' ' || p.c2 || ' ' || p.c3
                        from memory.present p join memory.view v on v.id = p.view and v.status = 'LIVE'
                        union all
                        select distinct v.name || ' ' || t.key || ' ' || t.position
                        from memory.touch t join memory.view v on v.id = t.view and v.status = 'LIVE'
                        order by 1""")
                .query(String.class)
                .list();
    }

    private SortedMap<String, JsonNode> list(View<?> view, BitemporalPoint point) {
        var states = new TreeMap<String, JsonNode>();
        for (var answer : memory.list(view.name(), ListQuery.all(point, 1_000)).items()) {
            states.put(answer.key(), Json.mapper().readTree(answer.state()));
        }
        return states;
    }

    private static SortedMap<String, JsonNode> truth(View<?> view, List<Fact> facts, LocalDate asOf) {
        var states = new TreeMap<String, JsonNode>();
        Truth.states(view, facts, asOf)
                .forEach((key, state) -> states.put(key, json(state)));
        return states;
    }

    private static JsonNode json(Object state) {
        return Json.mapper().readTree(Json.mapper().writeValueAsString(state));
    }
}
