// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** A start looks into the data: it serves all of it or says in one sentence what is wrong, and takes nothing away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class DamagedDataTest {

    /** How many of all damages are tried; all of them, some thousands, with a large number. */
    private static final int TRIED = Integer.getInteger("damages", 3);

    @TempDir
    static Path original;

    @BeforeAll
    static void make() throws Exception {
        DataCopy.original(original);
    }

    @Test
    void whatever_can_be_made_again_is_made_again(@TempDir Path data) throws Exception {
        var copy = DataCopy.of(original, data);
        Files.delete(data.resolve("postgres-password"));
        Files.createFile(data.resolve("postgres-unfinished"));
        for (var missing : List.of("PG_VERSION", "postgresql.conf", "pg_hba.conf", "pg_ident.conf",
                "postgresql.auto.conf", "postmaster.opts")) {
            Files.delete(copy.file(missing));
        }
        for (var empty : List.of("pg_notify", "pg_replslot", "pg_tblspc", "pg_twophase", "pg_subtrans")) {
            assertThat(FileSystemUtils.deleteRecursively(copy.file(empty))).isTrue();
        }
        Files.writeString(copy.file("pg_twophase"), "no folder");
        Files.writeString(copy.file("postmaster.pid"), "no number\n");
        mode(copy.file("base"), "---------");
        mode(copy.file(""), "rwxrwxrwx");
        assertThat(copy.start()).isEmpty();
        assertThat(copy.setAside()).containsExactlyInAnyOrder("pg_twophase", "postmaster.pid");
        assertThat(copy.start()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1\n/somewhere\n"})
    void a_note_of_another_process_is_set_aside(String note, @TempDir Path data) throws Exception {
        var copy = DataCopy.of(original, data);
        Files.writeString(data.resolve("postgres-password"), "0".repeat(64));
        Files.writeString(copy.file("postmaster.pid"), note);
        assertThat(copy.start()).isEmpty();
        assertThat(copy.setAside()).containsExactly("postmaster.pid");
    }

    @Test
    void a_number_that_belongs_to_somebody_else_harms_nobody(@TempDir Path data, @TempDir Path other)
            throws Exception {
        DataCopy.of(original, other);
        var stranger = new ProcessBuilder("sleep", "600").start();
        try (var theirs = DataFolder.take(other.toString());
                var running = StandaloneDatabase.open(theirs, "")) {
            var note = Files.readString(other.resolve("postgres/postmaster.pid"));
            for (var wrong : List.of(note, note.replaceFirst("[0-9]+", Long.toString(stranger.pid())))) {
                var copy = DataCopy.of(original, Files.createTempDirectory(data, "copy"));
                Files.writeString(copy.file("postmaster.pid"), wrong);
                assertThat(copy.start()).isEmpty();
            }
            assertThat(stranger.isAlive()).isTrue();
            assertThat(running.application().getConnection().isValid(5)).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damaged_piece_is_served_whole_or_told_in_one_sentence(String how, String piece, @TempDir Path data)
            throws Exception {
        var copy = DataCopy.of(original, data);
        damage(copy.file(piece), how);
        assertThat(copy.start()).satisfiesAnyOf(served -> assertThat(served).isEmpty(),
                refused -> assertThat(refused)
                        .hasValueSatisfying(told -> assertThat(told).hasSizeLessThan(500)));
    }

    /** What initdb leaves when it is killed: some of its files, whichever had been written; and no server ever ran on it. */
    @Test
    void an_interrupted_first_start_is_begun_anew(@TempDir Path data) throws Exception {
        var chance = new Random(1);
        for (var each : pieces()) {
            var target = data.resolve("postgres").resolve(each);
            if (!each.matches("base/[0-9]{5}.*|log.*|postmaster.*|epg-lock") && chance.nextInt(3) > 0
                    && Files.isRegularFile(original.resolve("postgres").resolve(each))) {
                Files.createDirectories(target.getParent());
                Files.copy(original.resolve("postgres").resolve(each), target);
            }
        }
        try (var folder = DataFolder.take(data.toString());
                var database = StandaloneDatabase.open(folder, "")) {
            assertThat(new Journal(database.application(), new EventCodec()).head()).isZero();
        }
        assertThat(new DataCopy(data).setAside()).containsExactly("postgres");
    }

    /** Wherever it is killed, the next start goes on or begins anew, until one is left alone. */
    @Test
    void a_first_start_may_be_killed_at_any_point(@TempDir Path data) throws Exception {
        var chance = new Random(TRIED);
        for (int kills = 0; kills < Math.min(TRIED, 40) / 3; kills++) {
            try (var service = MemoryProcess.start(data, "--server.port=0")) {
                service.killWithin(chance.nextInt(8_000));
            }
        }
        try (var memory = RunningMemory.start(data)) {
            memory.taken(memory.firstKeeper(), "RegisterBody", "{\"bodyId\": \"b\", \"name\": \"Board\"}");
            assertThat(memory.bean(Journal.class).head()).isEqualTo(3);
        }
    }

    static Stream<Object[]> damages() throws IOException {
        var all = new ArrayList<Object[]>();
        for (var piece : pieces()) {
            for (var how : List.of("gone", "empty", "half", "rubbish", "another kind", "locked")) {
                all.add(new Object[] {how, piece});
            }
        }
        Collections.shuffle(all, new Random(7));
        var always = Stream
                .of("base", "pg_wal", "global", "pg_xact", "global/pg_control",
                        "pg_wal/000000010000000000000001")
                .map(piece -> new Object[] {"gone", piece});
        return Stream.concat(always, all.stream()).limit(6L + TRIED);
    }

    private static List<String> pieces() throws IOException {
        var files = original.resolve("postgres");
        try (var all = Files.walk(files)) {
            return all.filter(each -> !each.equals(files))
                    .map(each -> files.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void damage(Path piece, String how) throws IOException {
        boolean folder = Files.isDirectory(piece);
        switch (how) {
            case "locked" -> mode(piece, "---------");
            case "empty", "half", "rubbish" -> {
                if (!folder) {
                    var content = Files.readAllBytes(piece);
                    var left = new byte[how.equals("empty")
                            ? 0
                            : how.equals("half") ? content.length / 2 : content.length];
                    if (how.equals("half")) {
                        System.arraycopy(content, 0, left, 0, left.length);
                    } else {
                        new Random(left.length).nextBytes(left);
                    }
                    Files.write(piece, left);
                }
            }
            default -> {
                FileSystemUtils.deleteRecursively(piece);
                if (how.equals("another kind")) {
                    if (folder) {
                        Files.createFile(piece);
                    } else {
                        Files.createDirectory(piece);
                    }
                }
            }
        }
    }

    private static void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
