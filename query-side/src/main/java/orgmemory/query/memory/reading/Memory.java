// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.message.Rejected;
import orgmemory.message.Visibility.Scope;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.AnswerPage;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.ViewUnavailable;
import orgmemory.query.memory.Views;
import orgmemory.query.memory.reading.Answers.Kept;
import orgmemory.query.memory.reading.StoredViews.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked of the memory: states of views at both clocks, how the views stand, and how far it has come. */
public final class Memory {

    private final Snapshots snapshots;
    private final OneState states;
    private final Witness witness;
    private final Audience.Asking audience;
    private final JdbcClient sql;
    private final Views views;
    private final Arrivals arrivals;
    private final BitemporalPointParser typed;

    public Memory(DataSource dataSource, Views views, Arrivals arrivals, ZoneId zone, InstantSource clock) {
        this(dataSource, views, arrivals, zone, clock, Witness.NONE, () -> Audience.ALL);
    }

    /**
     * Reads what is folded.
     *
     * @param witness  is told of each state that is read, before anybody else sees it
     * @param audience for whom each read is
     */
    public Memory(DataSource dataSource, Views views, Arrivals arrivals, ZoneId zone, InstantSource clock,
            Witness witness, Audience.Asking audience) {
        this.audience = audience;
        this.states = new OneState(dataSource, witness, arrivals);
        this.witness = witness;
        this.snapshots = new Snapshots(dataSource);
        this.sql = JdbcClient.create(dataSource);
        this.views = views;
        this.arrivals = arrivals;
        this.typed = new BitemporalPointParser(sql, zone, clock);
    }

    /**
     * Reads both clocks as people write them: a day; a day, an instant or a position. Refused as malformed, naming the field
     * ({@code HttpProblem.malformed("asOf", "day")}), where they are neither, or still to come ({@code "to-come"}).
     */
    public BitemporalPoint point(@Nullable String asOf, @Nullable String knownOn) {
        return typed.read(asOf, knownOn);
    }

    /**
     * Reads the earlier of two moments; what is left out is as at the later one. Refused as malformed, naming {@code from} or
     * {@code fromKnownOn}, also where that is ahead of the later moment ({@code "not-later"}).
     */
    public BitemporalPoint earlier(@Nullable String from, @Nullable String fromKnownOn,
            BitemporalPoint later) {
        return typed.earlier(from, fromKnownOn, later);
    }

    /**
     * One state; empty where the key did not exist, or was not known, then.
     *
     * @throws ViewUnavailable where the view broke or is folded for the first time
     */
    public Optional<Answer> read(String view, String key, BitemporalPoint point) {
        var known = named(view);
        var today = typed.today();
        if (point.present() && Answers.hasParts(known)) {
            return withParts(known, key, today);
        }
        var found = states.read(known, key, point, today);
        if (found.served() == null) {
            throw new ViewUnavailable(StoredViews.whyNot(sql, known));
        }
        return found.answer(known, key, point, today);
    }

    /** Which parts there are, whose versions are answered too, is seen only in the state. */
    private <S> Optional<Answer> withParts(View<S> view, String key, LocalDate today) {
        witness.receiver().accept(sql.sql("select " + witness.column()).query(String.class).single());
        return snapshots.read(snapshot -> {
            var served = StoredViews.served(snapshot, view);
            var moment = ReadPoint.of(snapshot, BitemporalPoint.NOW, today, served.head());
            var kept = snapshot.sql("""
                    select state from memory.present where view = ? and key = ? and state is not null""")
                    .params(served.id(), key)
                    .query((row, number) -> new Kept(key, row.getString("state")))
                    .list();
            return new Answers<>(snapshot, view, served, moment, true).of(kept).stream().findFirst();
        });
    }

    /**
     * A state at the end of a day on which it may have changed.
     *
     * @param state as JSON and as it is kept, before {@link View#at}; null where no fact stood
     */
    public record OnDay(LocalDate day, @Nullable String state) {
    }

    /** One key's days up to the moment, in their order, as known then. */
    public List<OnDay> days(String view, String key, BitemporalPoint point) {
        var today = typed.today();
        return snapshots.read(snapshot -> {
            var served = StoredViews.served(snapshot, named(view));
            var moment = ReadPoint.of(snapshot, point, today, served.head());
            return snapshot.sql("""
                    select distinct on (day) day, state from memory.version
                    where view = ? and key = ? and day <= ? and known <= ? order by day, known desc""")
                    .params(served.id(), key, moment.day(), moment.knownOn())
                    .query((row, number) -> new OnDay(row.getObject("day", LocalDate.class),
                            row.getString("state")))
                    .list();
        });
    }

    /** A page of states, those that existed then. */
    public AnswerPage list(String view, ListQuery query) {
        return list(named(view), query, typed.today());
    }

    private <S> AnswerPage list(View<S> view, ListQuery query, LocalDate today) {
        return snapshots.read(snapshot -> {
            var served = StoredViews.served(snapshot, view);
            if (!served.isOf(view) && (query.sort() != null || !query.filters().isEmpty())) {
                // The columns are those of the version that is still being folded.
                throw new ViewUnavailable(StoredViews.whyNot(snapshot, view));
            }
            var moment = ReadPoint.of(snapshot, query.point(), today, served.head());
            var found = new Lists<>(snapshot, view, served, moment, query).find();
            var page = found.subList(0, Math.min(found.size(), query.limit()));
            var next = found.size() > page.size() ? page.getLast().getKey().cursor() : null;
            var items = new Answers<>(snapshot, view, served, moment, query.point().present())
                    .of(page.stream().map(entry -> entry.getValue()).toList());
            long position = Math.min(moment.position(), served.position());
            return new AnswerPage(view.name(), served.version(), moment.asOf(),
                    Math.min(moment.knownOn(), position), position, items, next);
        });
    }

    /** A key at the end of a day, as it was known at a position. */
    public record Then(String key, LocalDate asOf, long knownOn) {
    }

    /**
     * States of a view at many moments, as they are kept, before {@link View#at}: one for each question, empty where the key
     * did not exist, or was not known, then.
     *
     * @throws ViewUnavailable where the view broke or is folded for the first time
     */
    public List<Optional<String>> states(String view, List<Then> reads) {
        var known = named(view);
        return snapshots.read(snapshot -> snapshot
                .sql("""
                        select v.state from unnest(:keys, :days::date[], :known) with ordinality a (key, day, known, number)
                        left join lateral (
                            select state from memory.version v
                            where v.view = :view and v.key = a.key and v.day <= a.day and v.known <= a.known
                            order by v.day desc, v.known desc limit 1
                        ) v on true order by a.number""")
                .param("keys", reads.stream().map(Then::key).toArray(String[]::new))
                .param("days", reads.stream().map(then -> then.asOf().toString()).toArray(String[]::new))
                .param("known", reads.stream().map(Then::knownOn).toArray(Long[]::new))
                .param("view", StoredViews.served(snapshot, known).id())
                .query((row, number) -> Optional.ofNullable(row.getString("state")))
                .list());
    }

    /** What fewer may see than all who are let in is to all others no view. */
    private View<?> named(String view) {
        var known = views.named(view);
        if (known.visibility().compareTo(Scope.INSTITUTE) > 0 && !audience.now().maySee(known.visibility())) {
            throw Rejected.unknown("view.unknown", view);
        }
        return known;
    }

    /** The institute's day. */
    public LocalDate today() {
        return typed.today();
    }

    /** How each view stands. */
    public List<ViewStatus> status() {
        return StoredViews.all(sql);
    }

    /** All views stand at this position: every event up to it is in what they say. */
    public long position() {
        return ReadPoint.position(sql);
    }

    /** Waits until the memory holds the position; false when the time ran out. */
    public boolean awaitPosition(long position, Duration atMost) {
        return arrivals.await(() -> position() >= position, atMost);
    }

    /** Waits until the memory holds the event; false when the time ran out. */
    public boolean awaitEvent(String eventId, Duration atMost) {
        return arrivals.await(() -> sql.sql("select exists (select from memory.record where event_id = ?)")
                .param(eventId)
                .query(Boolean.class)
                .single(), atMost);
    }
}
