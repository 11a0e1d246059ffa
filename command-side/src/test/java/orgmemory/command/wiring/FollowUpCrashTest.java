// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import orgmemory.journal.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes do what follows. Whichever is about to write is held there by the database and killed, or both are killed as
 * soon as it is written; whoever goes on does everything once.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class FollowUpCrashTest {

    /** So often at each place; a long form is asked for with {@code -Dautomations.kills=200}. */
    private static final int KILLS = Integer.getInteger("automations.kills", 1);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpCrashTest.class);

    /** Whoever comes first to a table where the trap is set waits there for a lock that is never given back. */
    private static final String TRAP = """
            create schema trap;
            create table trap.here (table_name text not null);
            grant usage on schema trap to public;
            grant select on trap.here to public;
            create function trap.hold() returns trigger language plpgsql as $$
            begin
                if current_setting('application_name') like 'follow-up-%'
                        and exists (select from trap.here where table_name = tg_table_name)
                        and pg_try_advisory_lock(4711) then
                    perform pg_advisory_lock(4712);
                end if;
                return new;
            end $$;
            create trigger held before insert on journal.event for each row execute function trap.hold();
            create trigger held before update on register.automation for each row execute function trap.hold();
            """;

    /** What there is to do. */
    enum Cause {
        /** A fact that something follows from. */
        FACT,
        /** A fact that something would follow from that is refused. */
        REFUSED,
        /** A day that has come. */
        DUE
    }

    /** Where a process is killed. */
    enum Place {
        BEFORE_EVENT,
        /** When the event has been committed, so that the position says less. */
        BEFORE_POSITION, AFTER_EVENT, AFTER_POSITION;

        boolean before() {
            return this == BEFORE_EVENT || this == BEFORE_POSITION;
        }

        String table() {
            return this == BEFORE_EVENT ? "event" : "automation";
        }
    }

    /** A backend that waits in the trap. */
    private record Held(int backend, String process) {
    }

    private final TestDatabase database = TestDatabase.with("journal", "register");
    private final JdbcClient jdbc = JdbcClient.create(database.owner());
    private final List<KillableProcess> processes = new ArrayList<>();
    private FollowUpProcess here;
    private Connection trap;
    private int started;
    private int killed;
    private long refused;

    @BeforeAll
    void start() throws SQLException, IOException {
        here = new FollowUpProcess(database.jdbcUrl(), "test");
        here.register(FollowUpProcess.TAKEN);
        trap = database.owner().getConnection();
        try (var statement = trap.createStatement()) {
            statement.execute(TRAP);
            statement.execute("select pg_advisory_lock(4712)");
        }
    }

    @AfterAll
    void stop() throws SQLException, InterruptedException {
        for (var process : processes) {
            process.kill();
        }
        trap.close();
        here.close();
    }

    @ParameterizedTest
    @CsvSource({"FACT, BEFORE_EVENT", "FACT, BEFORE_POSITION", "FACT, AFTER_POSITION",
            "REFUSED, BEFORE_EVENT", "REFUSED, BEFORE_POSITION", "DUE, BEFORE_EVENT", "DUE, AFTER_EVENT"})
    void everything_is_done_once_wherever_a_process_is_killed(Cause cause, Place place) throws Exception {
        int before = killed;
        for (int i = 0; i < KILLS; i++) {
            twoAreRunning();
            var id = "%s-%s-%d".formatted(cause, place, i);
            long head = head();
            if (place.before()) {
                jdbc.sql("insert into trap.here values (?)").param(place.table()).update();
                happens(cause, id);
                killHeld();
            } else {
                happens(cause, id);
                await(() -> place == Place.AFTER_EVENT ? done(head) > 0 : isSettled(head));
                killAll();
            }
            twoAreRunning();
            await(() -> isSettled(head));
            assertThat(done(head)).as(id).isEqualTo(1);
            jdbc.sql("delete from register.row where kind = 'DUE'").update();
        }
        assertThat(killed - before).isGreaterThanOrEqualTo(KILLS);
        LOG.info("{} {}: {} processes killed", cause, place, killed - before);
    }

    /** What is not refused leaves no refusal, as a repeat under another key would. */
    @AfterAll
    void nothingElseWasRefused() {
        assertThat(count("where name = 'automation.follow-up-refused' and position > ?", 0))
                .isEqualTo(refused);
    }

    private void happens(Cause cause, String id) {
        switch (cause) {
            case FACT -> here.register(FollowUpProcess.CAUSE + id);
            case REFUSED -> {
                here.register(FollowUpProcess.REFUSED + id);
                refused++;
            }
            case DUE -> {
                comesDue(id);
                // Whoever waits for facts looks for what is due as well.
                here.register("other-" + id);
            }
        }
    }

    private void comesDue(String id) {
        var key = "person/" + id + '#' + FollowUpProcess.DUE;
        var day = LocalDate.now(ZoneOffset.UTC);
        jdbc.sql(
                """
                        insert into register.entry (kind, key, event_id, origin, position, stands, occurred_on, from_day)
                        values ('DUE', ?, ?, 1, 1, true, ?, ?)
                        """)
                .params(key, "cause of " + id, day, day)
                .update();
        jdbc.sql("insert into register.row (kind, key, from_day) values ('DUE', ?, ?)")
                .params(key, day)
                .update();
    }

    private void twoAreRunning() throws IOException {
        var fresh = new ArrayList<KillableProcess>();
        while (processes.size() < 2) {
            var process = KillableProcess.start(database.jdbcUrl(), "follow-up-" + started++);
            processes.add(process);
            fresh.add(process);
        }
        for (var process : fresh) {
            process.awaitFollowing();
        }
    }

    /** Kills the one in the trap as it waits, and its backend, which would go on without it. */
    private void killHeld() throws InterruptedException {
        await(() -> !held().isEmpty());
        jdbc.sql("delete from trap.here").update();
        for (var each : held()) {
            var process = processes.stream().filter(one -> one.name().equals(each.process)).findFirst();
            process.orElseThrow().kill();
            processes.remove(process.orElseThrow());
            jdbc.sql("select pg_terminate_backend(?)").param(each.backend).query(Boolean.class).single();
            killed++;
        }
    }

    private void killAll() throws InterruptedException {
        for (var process : processes) {
            process.kill();
            killed++;
        }
        processes.clear();
    }

    private List<Held> held() {
        return jdbc.sql("""
                select pid, application_name from pg_locks join pg_stat_activity using (pid)
                where locktype = 'advisory' and objid = 4712 and not granted
                """).query((row, _) -> new Held(row.getInt(1), row.getString(2))).list();
    }

    private long head() {
        return jdbc.sql("select max(position) from journal.event").query(Long.class).single();
    }

    /** How many facts follow from others since that position: of what is done twice there would be two. */
    private long done(long since) {
        return count(
                "where convert_from(metadata, 'UTF8')::jsonb ->> 'causation' is not null and position > ?",
                since);
    }

    private long count(String where, long since) {
        return jdbc.sql("select count(*) from journal.event " + where)
                .param(since)
                .query(Long.class)
                .single();
    }

    /** Whether it is done, and all that has been recorded has been read. */
    private boolean isSettled(long since) {
        return done(since) > 0 && jdbc.sql("select min(position) from register.automation")
                .query(Long.class)
                .single() == head();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(A_MOMENT);
        }
    }
}
