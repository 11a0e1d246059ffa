// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import orgmemory.journal.Journal;
import orgmemory.journal.JournalUnavailable;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.TestDatabase;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupCommitTest {

    private static final Instant NOW = Instant.parse("2016-11-08T09:30:00.123456789Z");

    private final TestDatabase database = TestDatabase.with("journal");
    private final EventCodec codec = new EventCodec();
    private final Journal journal = new Journal(database.app(), codec);
    private final GroupCommit commits = new GroupCommit(database.app(), codec,
            Clock.fixed(NOW, ZoneOffset.UTC),
            List.of());

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void an_event_is_kept_as_it_was_given() {
        var cut = Facts.next(Facts.cut("BY2017", "C-1", 5), "2016-11-07");
        commits.append(List.of(cut), AppendConditions.none());
        assertThat(journal.event(cut.eventId())).contains(new StoredEvent(1, cut.eventId(),
                Subject.of("budget-year/BY2017"), 0, Subject.of("cut/C-1"), 1, "budget.cut-proposed", 1,
                Instant.parse("2016-11-08T09:30:00.123456Z"), Facts.on("2016-11-07"), cut.event()));
    }

    @Test
    void the_receipt_tells_the_version_of_the_first_events_entity_and_the_last_event() {
        var conditions = AppendConditions.none();
        var last = Facts.next(Facts.forecast("BY2017", 2));
        commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5)), last), conditions);
        var receipt = requireNonNull(conditions.receipt());
        assertThat(receipt.entity()).isEqualTo(Subject.of("cut/C-1"));
        assertThat(receipt.version()).isEqualTo(1);
        assertThat(receipt.after()).isEqualTo(last.eventId());
        assertThat(receipt.position()).isEqualTo(2);
    }

    @Test
    void an_event_that_was_decided_on_an_old_head_lost_the_race() {
        commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 1))), AppendConditions.none());
        assertThatThrownBy(
                () -> commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 2))),
                        AppendConditions.none()))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(
                () -> commits.append(List.of(Facts.at(2, Facts.forecast("BY2017", 2))),
                        AppendConditions.none()))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(journal.head()).isEqualTo(1);
    }

    @Test
    void an_id_is_taken_once_across_all_streams() {
        commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5))), AppendConditions.none());
        assertTaken(
                () -> commits.append(List.of(Facts.next(Facts.cut("BY2018", "C-1", 5))),
                        AppendConditions.none()));
        var twice = List.of(Facts.next(Facts.cut("BY2018", "C-2", 5)),
                Facts.next(Facts.cut("BY2018", "C-2", 5)));
        assertTaken(() -> commits.append(twice, AppendConditions.none()));
        assertThat(journal.head()).isEqualTo(1);
    }

    @Test
    void the_entitys_version_must_be_the_one_that_was_named() {
        commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5))),
                new AppendConditions(null, null, 0L));
        var stale = new AppendConditions(null, null, 0L);
        assertThatThrownBy(() -> commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 6))), stale))
                .isInstanceOfSatisfying(StaleVersion.class, refused -> {
                    assertThat(refused.entity()).isEqualTo(Subject.of("cut/C-1"));
                    assertThat(refused.expected()).isZero();
                    assertThat(refused.current()).isEqualTo(1);
                });
        assertThat(stale.receipt()).isNull();
        assertThat(journal.entitySince(Subject.of("cut/C-1"), 0)).hasSize(1);
    }

    @Test
    void a_repeated_command_gets_the_same_answer_and_appends_nothing() {
        var conditions = new AppendConditions("P1 k", "hash", null);
        commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 1))), conditions);
        assertThatThrownBy(() -> commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 1))),
                new AppendConditions("P1 k", "hash", null)))
                .isInstanceOfSatisfying(AlreadyAnswered.class,
                        answered -> assertThat(answered.receipt()).isEqualTo(conditions.receipt()));
        assertThatThrownBy(() -> commits.append(List.of(Facts.next(Facts.forecast("BY2017", 2))),
                new AppendConditions("P1 k", "other", null)))
                .isInstanceOfSatisfying(Rejected.class,
                        refused -> assertThat(refused.code()).isEqualTo("idempotency.other-body"));
        assertThat(commits.answer("P1 k").orElseThrow().receipt()).isEqualTo(conditions.receipt());
        assertThat(commits.answer("P2 k")).isEmpty();
        assertThat(journal.head()).isEqualTo(1);
    }

    @Test
    void what_another_appender_took_meanwhile_is_seen() {
        commits.append(List.of(Facts.at(0, Facts.forecast("BY2017", 1))), AppendConditions.none());
        try (var other = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of())) {
            var conditions = new AppendConditions("P1 k", "hash", null);
            other.append(List.of(Facts.at(1, Facts.forecast("BY2017", 2))), conditions);
            assertThatThrownBy(() -> commits.append(List.of(Facts.at(1, Facts.forecast("BY2017", 2))),
                    new AppendConditions("P1 k", "hash", null)))
                    .isInstanceOfSatisfying(AlreadyAnswered.class,
                            answered -> assertThat(answered.receipt()).isEqualTo(conditions.receipt()));
            other.append(List.of(Facts.at(2, Facts.forecast("BY2017", 3))), AppendConditions.none());
            assertThatThrownBy(() -> commits.append(List.of(Facts.at(2, Facts.forecast("BY2017", 4))),
                    AppendConditions.none())).isInstanceOf(ConcurrencyException.class);
            var next = commits.append(List.of(Facts.at(3, Facts.forecast("BY2017", 4))),
                    AppendConditions.none());
            assertThat(next.receipt().position()).isEqualTo(4);
        }
    }

    @Test
    void a_refusal_is_not_remembered_under_its_key() {
        commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5))), AppendConditions.none());
        var conditions = new AppendConditions("P1 k", "hash", null);
        assertTaken(() -> commits.append(List.of(Facts.next(Facts.cut("BY2018", "C-1", 5))), conditions));
        assertThat(commits.answer("P1 k")).isEmpty();
    }

    @Test
    void of_a_unit_of_work_all_events_are_appended_or_none() {
        assertThatThrownBy(() -> commits.append(
                List.of(Facts.at(0, Facts.forecast("BY2017", 1)), Facts.at(7, Facts.forecast("BY2018", 1))),
                AppendConditions.none())).isInstanceOf(ConcurrencyException.class);
        assertThat(journal.head()).isZero();
    }

    @Test
    void an_event_id_is_used_once_and_a_second_use_leaves_the_appender_working() {
        var event = Facts.next(Facts.forecast("BY2017", 1));
        commits.append(List.of(event), AppendConditions.none());
        assertThatThrownBy(() -> commits.append(List.of(event), AppendConditions.none()))
                .isInstanceOf(ConcurrencyException.class);
        commits.append(List.of(Facts.next(Facts.forecast("BY2017", 2))), AppendConditions.none());
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void after_a_restart_positions_go_on() {
        commits.append(List.of(Facts.next(Facts.forecast("BY2017", 1))), AppendConditions.none());
        commits.close();
        try (var restarted = new GroupCommit(database.app(), codec, Clock.systemUTC(), List.of())) {
            var appended = restarted.append(List.of(Facts.at(1, Facts.forecast("BY2017", 2))),
                    AppendConditions.none());
            assertThat(appended.receipt().position()).isEqualTo(2);
        }
    }

    @Test
    void late_facts_and_corrections_say_which_stream_stands_otherwise() {
        assertThat(reordered(Facts.next(Facts.forecast("BY2017", 1), "2016-11-05"))).isFalse();
        assertThat(reordered(Facts.next(Facts.forecast("BY2017", 1), "2016-11-05"))).isFalse();
        assertThat(reordered(Facts.next(Facts.forecast("BY2017", 1), "2016-11-04"))).isTrue();
        var moved = Facts.next(Facts.forecast("BY2017", 3), "2016-11-05");
        assertThat(reordered(moved)).isFalse();
        assertThat(reordered(Facts.next(
                Facts.corrected(moved.eventId(), moved.event(), Facts.on("2016-11-20").occurredOn()),
                "2016-12-01")))
                .isTrue();
        // The fact now stands on the 20th, so the 19th is late although nothing was given that day.
        assertThat(reordered(Facts.next(Facts.forecast("BY2017", 1), "2016-11-19"))).isTrue();
        assertThat(reordered(Facts.next(Facts.forecast("BY2017", 1), "2016-11-20"))).isFalse();
        assertThat(reordered(Facts.next(Facts.annulled(moved.eventId(), moved.event()), "2016-12-02")))
                .isTrue();
    }

    @Test
    void nothing_of_what_a_companion_undoes_remains() throws SQLException {
        var told = UUID.randomUUID().toString();
        try (var refusing = new GroupCommit(database.app(), codec, Clock.systemUTC(),
                List.of((connection, events) -> {
                    throw new Rejected(told);
                }))) {
            var conditions = new AppendConditions("P1 k", "hash", null);
            assertThatThrownBy(
                    () -> refusing.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5))), conditions))
                    .isInstanceOfSatisfying(Rejected.class,
                            refused -> assertThat(refused.code()).isEqualTo(told));
            assertThat(conditions.receipt()).isNull();
            assertThat(refusing.answer("P1 k")).isEmpty();
        }
        assertThat(journal.head()).isZero();
        commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5))), AppendConditions.none());
    }

    @Test
    void a_full_disk_fails_what_is_asked_meanwhile_and_loses_nothing() throws SQLException {
        var before = Facts.next(Facts.forecast("BY2017", 1));
        commits.append(List.of(before), AppendConditions.none());
        // As PostgreSQL says it when a table cannot be extended.
        execute("""
                create function disk_is_full() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
                create trigger disk_is_full before insert on journal.event
                for each statement execute function disk_is_full()""");
        var conditions = new AppendConditions("P1 k", "hash", null);
        var refused = Facts.next(Facts.forecast("BY2017", 2));
        assertThatThrownBy(() -> commits.append(List.of(refused), conditions))
                .isInstanceOf(JournalUnavailable.class);
        assertThat(conditions.receipt()).isNull();
        assertThat(commits.answer("P1 k")).isEmpty();

        execute("drop trigger disk_is_full on journal.event");
        commits.append(List.of(refused), conditions);
        assertThat(journal.after(0, 10)).extracting(StoredEvent::eventId)
                .containsExactly(before.eventId(), refused.eventId());
        assertThat(commits.answer("P1 k")).hasValueSatisfying(answer -> assertThat(answer.receipt())
                .isEqualTo(conditions.receipt()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean reordered(NewEvent event) {
        var streams = commits.append(List.of(event), AppendConditions.none()).reordered();
        assertThat(streams).isSubsetOf(Subject.of("budget-year/BY2017"));
        return !streams.isEmpty();
    }

    private static void assertTaken(Runnable append) {
        assertThatThrownBy(append::run).isInstanceOfSatisfying(Rejected.class, refused -> {
            assertThat(refused.code()).isEqualTo("id.taken");
            assertThat(refused.kind()).isEqualTo(Rejected.Kind.EXISTS);
        });
    }
}
