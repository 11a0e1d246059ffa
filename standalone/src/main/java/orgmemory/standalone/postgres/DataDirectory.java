// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.journal.StartRefused;
import orgmemory.standalone.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's data directory, looked into before anything is started on it. Whether it holds somebody's facts is told by
 * what is in it, never by a marker beside it: an interrupted first start is set aside and begun anew, a full one is mended
 * where nothing can be lost by it, and else refused in a sentence that names what is missing.
 */
final class DataDirectory {

    /** PostgreSQL numbers what its users make from here on: databases of theirs and the tables in them. */
    private static final int FIRST_OF_OURS = 16_384;

    private static final String VERSION = "18";
    private static final String CONTROL = "global/pg_control";
    private static final int CONTROL_SIZE = 8_192;
    private static final int CONTROL_VERSION_AT = 8;
    private static final int CONTROL_VERSION = 1_800;
    private static final String FIRST_LOG = "000000010000000000000001";

    private static final List<String> NEEDED = List.of("base", "global", "pg_wal", "pg_xact",
            "pg_multixact/members", "pg_multixact/offsets");

    /** Empty while the server is stopped, or of no use any more; programs that copy folders leave them out. */
    private static final List<String> MAY_BE_EMPTY = List.of("pg_commit_ts", "pg_dynshmem",
            "pg_logical/mappings",
            "pg_logical/snapshots", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat",
            "pg_stat_tmp",
            "pg_subtrans", "pg_tblspc", "pg_twophase", "pg_wal/archive_status", "pg_wal/summaries", "log");

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final DataFolder folder;
    private final Path path;

    DataDirectory(DataFolder folder) {
        this.folder = folder;
        this.path = folder.resolve("postgres");
    }

    Path path() {
        return path;
    }

    /** Whether there is one at all. */
    boolean isThere() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    void refuseOtherVersion() throws IOException {
        var written = path.resolve("PG_VERSION");
        var version = Files.isRegularFile(written) && Files.size(written) < CONTROL_VERSION_AT
                ? new String(Files.readAllBytes(written), StandardCharsets.ISO_8859_1).strip()
                : "";
        if (version.matches("[0-9.]+") && !version.equals(VERSION)) {
            throw new StartRefused("The data folder " + folder.path() + " holds the files of PostgreSQL "
                    + version + ", and this release brings " + VERSION
                    + "; start the release that made it, or name another folder with --memory.data=<folder>.");
        }
    }

    /** Whether no server ever ran on it: initdb was interrupted, and half of what it makes is of no use. */
    boolean wasNeverFinished() throws IOException {
        return Files.isDirectory(path) && Stream.of("postmaster.opts", "log", "epg-lock").noneMatch(this::has)
                && names("pg_wal").noneMatch(log -> log.matches("[0-9A-F]{24}") && !log.equals(FIRST_LOG))
                && names("base").noneMatch(DataDirectory::isOurs);
    }

    /** Makes what can be made without losing anything, and refuses the rest. */
    void mend(PostgresProgram program) throws IOException {
        if (!Files.isDirectory(path)) {
            throw damaged(path + " is not a folder");
        }
        Permissions.giveBack(path);
        for (var needed : NEEDED) {
            if (!Files.isDirectory(path.resolve(needed))) {
                throw damaged(path.resolve(needed) + (has(needed) ? " is not a folder" : " is missing"));
            }
        }
        refuseBrokenControl();
        for (var empty : MAY_BE_EMPTY) {
            if (!Files.isDirectory(path.resolve(empty))) {
                renew(empty);
                OwnFiles.makeFolders(path.resolve(empty));
            }
        }
        mendVersion();
        mendFile("postgresql.conf", Files.readString(program.shared("postgresql.conf.sample")));
        mendFile("pg_hba.conf",
                "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
    }

    /** A sentence about a folder that cannot be started on. */
    StartRefused damaged(String what) {
        return new StartRefused("The data folder " + folder.path() + " is damaged: " + what
                + "; put it back from a backup, or name another folder with --memory.data=<folder>.");
    }

    private void refuseBrokenControl() throws IOException {
        var control = path.resolve(CONTROL);
        if (!Files.isRegularFile(control)) {
            throw damaged(control + " is missing");
        }
        var bytes = Files.readAllBytes(control);
        if (bytes.length != CONTROL_SIZE) {
            throw damaged(control + " has " + bytes.length + " bytes instead of " + CONTROL_SIZE);
        }
        int version = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(CONTROL_VERSION_AT);
        if (version != CONTROL_VERSION) {
            throw damaged(control + " is not what PostgreSQL " + VERSION + " wrote");
        }
    }

    private void mendVersion() throws IOException {
        var file = path.resolve("PG_VERSION");
        var right = VERSION + "\n";
        if (!Files.isRegularFile(file)
                || !Files.readString(file, StandardCharsets.ISO_8859_1).equals(right)) {
            renew("PG_VERSION");
            Files.writeString(file, right);
        }
    }

    /** A file whose content is known where nobody changed it: written where it is missing or empty. */
    private void mendFile(String name, String content) throws IOException {
        var file = path.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            renew(name);
            Files.writeString(file, content);
        }
    }

    private void renew(String name) throws IOException {
        if (has(name)) {
            folder.setAside(path.resolve(name));
        }
        LOG.warn("{} was missing or damaged and is made anew", path.resolve(name));
    }

    private boolean has(String name) {
        return Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    private Stream<String> names(String within) throws IOException {
        if (!Files.isDirectory(path.resolve(within))) {
            return Stream.of();
        }
        try (var all = Files.list(path.resolve(within))) {
            return all.map(each -> each.getFileName().toString()).toList().stream();
        }
    }

    private static boolean isOurs(String number) {
        return number.matches("[0-9]{5,10}") && Long.parseLong(number) >= FIRST_OF_OURS;
    }
}
