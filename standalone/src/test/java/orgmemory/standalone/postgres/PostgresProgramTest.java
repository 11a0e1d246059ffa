// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import orgmemory.journal.StartRefused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/** Nothing is run but what the archive holds, whoever had a hand in the folder. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresProgramTest {

    /** Says whether all archives are read, those for other machines too, and not this machine's alone. */
    private static final boolean ALL = Boolean.getBoolean("programs.all");

    @TempDir
    static Path folder;

    private static Path home;
    private static Path data;
    private static Path unpacked;

    /** What somebody may do to the folder, and how the test takes it back. */
    enum Harm {
        CHANGED_BYTE("bin/postgres") {
            @Override
            void toggle(Path file) throws IOException {
                try (var channel = Files.newByteChannel(file, StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
                    var last = ByteBuffer.allocate(1);
                    channel.position(channel.size() - 1).read(last);
                    last.put(0, (byte) (last.get(0) ^ 1)).rewind();
                    channel.position(channel.size() - 1).write(last);
                }
            }
        },
        ANOTHER_LIBRARY("lib/postgresql/preloaded.so") {
            @Override
            void toggle(Path file) throws IOException {
                if (!Files.deleteIfExists(file)) {
                    Files.copy(file.resolveSibling("plpgsql.so"), file);
                }
            }
        },
        MISSING_FILE("share/postgresql/postgres.bki") {
            @Override
            void toggle(Path file) throws IOException {
                swap(file, folder.resolve("missing"));
            }
        },
        LINK_IN_A_FILES_PLACE("bin/initdb") {
            @Override
            void toggle(Path file) throws IOException {
                if (Files.isSymbolicLink(file)) {
                    Files.delete(file);
                    Files.move(folder.resolve("real"), file);
                } else {
                    Files.createSymbolicLink(file, Files.move(file, folder.resolve("real")));
                }
            }
        },
        LINK_TO_THE_WHOLE("") {
            @Override
            void toggle(Path whole) throws IOException {
                if (Files.isSymbolicLink(whole)) {
                    Files.delete(whole);
                    Files.move(folder.resolve("whole"), whole);
                } else {
                    Files.createSymbolicLink(whole, Files.move(whole, folder.resolve("whole")));
                }
            }
        },
        WIDER_MODE_OF_A_PROGRAM("bin/pg_ctl"), WIDER_MODE_OF_A_FOLDER("lib"), WIDER_MODE_OF_THE_WHOLE(""),
        SOMEBODY_ELSES("lib/postgresql/plpgsql.so") {
            @Override
            void toggle(Path file) throws IOException {
                assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
                int now = (int) Files.getAttribute(file, "unix:uid");
                Files.setAttribute(file, "unix:uid", now == 0 ? 1 : 0);
            }
        };

        private final String path;

        Harm(String path) {
            this.path = path;
        }

        void toggle(Path file) throws IOException {
            var narrow = PosixFilePermissions.fromString("rwx------");
            Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(file).equals(narrow)
                    ? PosixFilePermissions.fromString("rwxrwxrwx")
                    : narrow);
        }

        private static void swap(Path one, Path other) throws IOException {
            if (Files.exists(one)) {
                Files.move(one, other);
            } else {
                Files.move(other, one);
            }
        }
    }

    @BeforeAll
    static void unpack() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        data = Files.createDirectory(folder.resolve("data"));
        unpacked = PostgresProgram.ready(data, home).folder();
    }

    @Test
    void the_folder_is_the_owners_alone_and_is_used_again() throws IOException {
        for (var each : List.of(unpacked, unpacked.getParent())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
        assertThat(PostgresProgram.ready(data, home).folder()).isEqualTo(unpacked);
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_changed_is_not_what_was_unpacked(Harm harm) throws IOException {
        var own = OwnFiles.inSightOf(data);
        var right = ProgramArchive.ofThisMachine().digest();
        assertThat(own.digest(unpacked)).hasValue(right);
        harm.toggle(unpacked.resolve(harm.path));
        try {
            assertThat(own.digest(unpacked)).isNotEqualTo(Optional.of(right));
        } finally {
            harm.toggle(unpacked.resolve(harm.path));
        }
        assertThat(own.digest(unpacked)).hasValue(right);
    }

    @Test
    void programs_that_were_changed_are_unpacked_anew_under_a_fresh_name() throws IOException {
        var open = unpacked.getParent();
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Harm.ANOTHER_LIBRARY.toggle(unpacked.resolve(Harm.ANOTHER_LIBRARY.path));
        try {
            var fresh = PostgresProgram.ready(data, home).folder();
            assertThat(fresh).isNotEqualTo(unpacked);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                    .isEqualTo("rwx------");
            assertThat(PostgresProgram.ready(data, home).folder()).isEqualTo(fresh);
            FileSystemUtils.deleteRecursively(fresh);
        } finally {
            Harm.ANOTHER_LIBRARY.toggle(unpacked.resolve(Harm.ANOTHER_LIBRARY.path));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void where_others_can_put_folders_in_place_of_ours_nothing_is_run() throws IOException {
        var open = Files.createDirectories(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        var exposed = Files.createDirectory(open.resolve("data"));
        assertThatThrownBy(() -> PostgresProgram.ready(exposed, folder.resolve("no-home")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Other users of this machine could put programs of theirs into");
    }

    /** Where this fails, another version of the archives came: the right lines are in the message. */
    @Test
    void the_digests_are_those_of_the_archives() throws IOException {
        var shipped = new Properties();
        try (var digests = ProgramArchive.class.getResourceAsStream(ProgramArchive.DIGESTS)) {
            shipped.load(digests);
        }
        var read = new TreeMap<String, String>();
        for (var name : ALL
                ? shipped.stringPropertyNames()
                : List.of(ProgramArchive.ofThisMachine().name())) {
            read.put(name, new ProgramArchive(name).read());
        }
        assertThat(new TreeMap<>(shipped)).as("with -Dprograms.all=true all of them")
                .containsAllEntriesOf(read);
    }
}
