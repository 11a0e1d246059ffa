// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import orgmemory.journal.Database;
import orgmemory.journal.Journal;
import orgmemory.journal.MemoryClock;
import orgmemory.journal.StoredEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story is told once, stops where there is something to do, and has a time of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final LocalDate STOPS = LocalDate.of(2016, 11, 25);

    /** Commands and events of the story until then. */
    private static final int STEPS = 160;

    @Test
    void stops_in_the_middle_of_the_round_and_its_clock_goes_on_from_there(@TempDir Path data) {
        Instant stopped;
        try (var memory = RunningMemory.start(data, "--demo")) {
            var board = memory.state(memory.token("AUD"), "/api/views/CutBoard/CR-2017-1");
            assertThat(board.required("gapAgorot").longValue()).isEqualTo(48_000_000);
            assertThat(board.required("offers")).hasSize(3)
                    .allMatch(offer -> offer.required("state").stringValue().equals("OFFERED"));
            assertThat(board.required("proposals")).filteredOn(proposal -> proposal.required("state")
                    .stringValue()
                    .equals("FILED"))
                    .hasSize(4);
            stopped = memory.bean(MemoryClock.class).instant();
            assertThat(stopped.atZone(ZONE).toLocalDate()).isEqualTo(STOPS);
            assertThatEachStepWasRecordedOnItsDay(memory.bean(Journal.class).after(0, 1_000));
            assertThat(memory.get(memory.token("AUD"), "/api/views/CutBoard/CR-2017-1?asOf=2016-11-27")
                    .status()).as("a day to come").isEqualTo(400);
            var alone = memory.command(memory.token("MEM"), "RevokeRole",
                    "{\"personId\": \"MEM2\", \"role\": \"MEM\"}");
            assertThat(alone.body().required("code").stringValue()).as("one keeper of the two")
                    .isEqualTo("grant.too-few-keepers");
        }
        try (var memory = RunningMemory.start(data)) {
            var clock = memory.bean(MemoryClock.class);
            assertThat(clock.ofStory()).isTrue();
            assertThat(clock.instant()).isAfter(stopped).isBefore(stopped.plusSeconds(1_800));
            var after = memory.taken(memory.token("D4"), "AcceptSolidarityTransfer",
                    "{\"yearId\": \"BY2017\", \"transferId\": \"S-01\"}");
            var recorded = memory.bean(Journal.class).event(after).orElseThrow();
            assertThat(recorded.recordedAt()).isAfter(stopped);
            assertThat(recorded.envelope().occurredOn()).isEqualTo(STOPS);
        }
        try (var memory = RunningMemory.start(data, "--demo")) {
            assertThat(memory.bean(Journal.class).head()).as("nothing is told twice").isEqualTo(STEPS + 2);
        }
        assertThat(refusal(data, "--demo-until=2016-11-29")).contains("stops on 2016-11-25");
    }

    @Test
    void is_told_to_the_day_that_is_asked_for(@TempDir Path data) {
        try (var memory = RunningMemory.start(data, "--demo-until=2016-11-20")) {
            var now = memory.bean(MemoryClock.class).instant().atZone(ZONE);
            assertThat(now.toLocalDate()).isEqualTo(LocalDate.of(2016, 11, 20));
            var last = memory.bean(Journal.class).lastRecorded().orElseThrow().atZone(ZONE);
            assertThat(last.toLocalDate()).isEqualTo(LocalDate.of(2016, 11, 20));
            assertThat(now).isAfter(last);
        }
    }

    @Test
    void a_day_that_is_none_or_before_the_story_is_told_in_one_sentence(@TempDir Path data) {
        for (var typed : List.of("--demo-until", "--demo-until=", "--demo-until=tomorrow",
                "--demo-until=2016-11-31")) {
            assertThat(refusal(data, "--demo", typed))
                    .isEqualTo("--demo-until needs a day, as in --demo-until=2016-11-25.");
        }
        assertThat(refusal(data, "--demo-until=2016-08-31")).contains("begins on 2016-09-01");
        try (var memory = RunningMemory.start(data)) {
            assertThat(memory.bean(Journal.class).head()).isZero();
            assertThat(memory.bean(MemoryClock.class).ofStory()).isFalse();
        }
    }

    @Test
    void a_telling_that_was_killed_goes_on_and_tells_nothing_twice(@TempDir Path folder) throws Exception {
        var data = folder.resolve("with a space");
        try (var service = MemoryProcess.start(data, "--server.port=0", "--demo")) {
            service.awaitSaid("story: 48 of " + STEPS);
            service.kill();
        }
        try (var memory = RunningMemory.start(data)) {
            assertThat(memory.bean(Journal.class).head()).isBetween(48L, STEPS - 1L);
            assertThat(memory.bean(MemoryClock.class).instant().atZone(ZONE).toLocalDate()).isEqualTo(STOPS);
        }
        byte[] tokens;
        try (var memory = RunningMemory.start(data, "--demo")) {
            assertThat(memory.bean(Journal.class).after(0, 1_000)).hasSize(STEPS)
                    .extracting(event -> event.envelope().sourceRef())
                    .doesNotHaveDuplicates();
            assertThatEachStepWasRecordedOnItsDay(memory.bean(Journal.class).after(0, 1_000));
            tokens = Files.readAllBytes(data.resolve("demo-tokens.json"));
            toldInOtherWords(memory);
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(data.resolve("demo-tokens.json"))))
                    .isEqualTo("rw-------");
        }
        // As after a start that was interrupted between the story's last step and the tokens.
        Files.delete(data.resolve("demo-tokens.json"));
        try (var memory = RunningMemory.start(data, "--demo")) {
            assertThat(memory.bean(Journal.class).head()).as("each token revoked, and another made")
                    .isEqualTo(STEPS + 2 * 23);
            assertThat(Files.readAllBytes(data.resolve("demo-tokens.json"))).isNotEqualTo(tokens);
            assertThat(memory.get(memory.token("D1"), "/api/views/CutBoard/CR-2017-1").status())
                    .isEqualTo(200);
            assertThat(memory.get("om_nobody", "/api/views/CutBoard/CR-2017-1").status()).isEqualTo(401);
        }
    }

    /** As by an earlier release, whose lines had no second name. */
    private static void toldInOtherWords(RunningMemory memory) throws SQLException {
        try (var connection = memory.bean(StandaloneDatabase.class).application().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("reset role; alter table journal.answer disable trigger insert_only");
            assertThat(statement.executeUpdate("update journal.answer set request_hash = 'of other words' "
                    + "where stream = 'budget-year/BY2017'")).isPositive();
            statement.execute("alter table journal.answer enable trigger insert_only; "
                    + Database.AS_APPLICATION);
        }
    }

    private static void assertThatEachStepWasRecordedOnItsDay(List<StoredEvent> events) {
        assertThat(events).hasSizeGreaterThanOrEqualTo(STEPS).allSatisfy(event -> {
            var recorded = event.recordedAt().atZone(ZONE);
            assertThat(recorded.toLocalDate()).isEqualTo(event.envelope().occurredOn());
            assertThat(recorded.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 0));
        });
        // The events of one command are recorded at once, each command after the one before.
        assertThat(events.stream().map(StoredEvent::recordedAt).toList()).isSorted();
        assertThat(events.stream().map(StoredEvent::recordedAt).distinct().count())
                .isEqualTo(events.stream().map(event -> event.envelope().commandId()).distinct().count());
    }

    private static String refusal(Path data, String... options) {
        var failure = catchThrowable(() -> RunningMemory.start(data, options).close());
        assertThat(failure).isNotNull();
        return MemoryApplication.sentence(failure).orElseThrow(() -> new AssertionError(failure));
    }
}
