// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.query.memory.folding.Processor;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.memory.reading.RecordReads;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole memory over a list of events, on real PostgreSQL. */
public final class TestMemory {

    private final DataSource dataSource;
    private final Views views;
    private final Arrivals arrivals = new Arrivals();
    private final ListFeed feed = new ListFeed();
    private final Memory memory;

    private TestMemory(DataSource dataSource, List<? extends View<?>> views) {
        this.dataSource = dataSource;
        this.views = new Views(views);
        this.memory = new Memory(dataSource, this.views, arrivals, ZoneId.of("Asia/Jerusalem"),
                InstantSource.system());
    }

    /** On a new database. */
    public static TestMemory of(View<?>... views) {
        return on(TestDatabase.with("memory").app(), views);
    }

    /** On a database that has the memory's tables, whatever is in them. */
    public static TestMemory on(DataSource dataSource, View<?>... views) {
        return new TestMemory(dataSource, List.of(views));
    }

    /** Adds events to the journal; nothing is folded yet. */
    public TestMemory record(List<StoredEvent> events) {
        feed.add(events);
        return this;
    }

    /** Folds what is recorded, in batches of at most this size. */
    public TestMemory fold(int batch) {
        try (var processor = processor(batch)) {
            processor.catchUp();
        }
        return this;
    }

    /** Forgets everything, and folds what is recorded now. */
    public TestMemory foldFromZero(List<StoredEvent> events, int batch) {
        feed.clear();
        feed.add(events);
        try (var processor = processor(batch)) {
            processor.rebuildFromZero();
        }
        return this;
    }

    /** Folds every view anew from the record, and switches to it. */
    public TestMemory rebuild() {
        try (var processor = processor(Processor.BATCH)) {
            processor.rebuildAll();
            processor.catchUp();
        }
        return this;
    }

    public Processor processor(int batch) {
        return new Processor(dataSource, feed, views, new EventCodec(), arrivals, batch);
    }

    /** The state as JSON; empty where there was none, or it was not known. */
    public Optional<String> state(String view, String key, @Nullable LocalDate asOf,
            @Nullable Long knownOn) {
        return memory.read(view, key, new BitemporalPoint(asOf, knownOn)).map(Answer::state);
    }

    public Memory memory() {
        return memory;
    }

    public RecordReads recordReads() {
        return new RecordReads(dataSource, () -> Audience.ALL);
    }

    public ListFeed feed() {
        return feed;
    }

    public Arrivals arrivals() {
        return arrivals;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** All rows of a view's versions, present and touches, one text each, whatever the view's number is. */
    public List<String> rows() {
        return JdbcClient.create(dataSource)
                .sql("""
                        select 'version ' || w.name || ' ' || v.key || ' ' || v.day || ' ' || v.known || ' ' || coalesce(v.state::text, '-')
                        from memory.version v join memory.view w on w.id = v.view where w.status in ('LIVE', 'BROKEN')
                        union all
                        select 'present ' || w.name || ' ' || p.key || ' ' || p.day || ' ' || p.known || ' ' || coalesce(p.state::text, '-')
                            || ' ' || p.c1 || ' ' || p.c2 || ' ' || p.c3
                        from memory.present p join memory.view w on w.id = p.view where w.status in ('LIVE', 'BROKEN')
                        union all
                        select 'touch ' || w.name || ' ' || t.key || ' ' || t.position
                        from memory.touch t join memory.view w on w.id = t.view where w.status in ('LIVE', 'BROKEN')
                        order by 1""")
                .query(String.class)
                .list();
    }
}
