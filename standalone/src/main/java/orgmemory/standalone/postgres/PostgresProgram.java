// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import orgmemory.journal.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's programs, unpacked once for all memories of a user, in a folder that is this user's alone. At each start every
 * file is compared, by hash, with what the archive holds: nothing is run that came to be there otherwise.
 */
final class PostgresProgram {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProgram.class);
    private static final int NAMED = 16;

    /** Settings of the surroundings by which a program would work on another server, or with another library. */
    private static final List<String> FOREIGN_SETTINGS = List.of("PG", "LD_", "DYLD_");

    private final Path folder;

    private PostgresProgram(Path folder) {
        this.folder = folder;
    }

    /**
     * The programs, unpacked where they are missing or not as they should be.
     *
     * @param data where they are kept when there is no home for them
     * @throws StartRefused where others could put something else in every place that there is for them
     */
    static PostgresProgram ready(Path data) throws IOException {
        return ready(data, Path.of(System.getProperty("user.home")));
    }

    static PostgresProgram ready(Path data, Path home) throws IOException {
        var own = OwnFiles.inSightOf(data);
        var archive = ProgramArchive.ofThisMachine();
        var digest = archive.digest();
        var place = place(own, data, home);
        var prefix = "postgres-" + digest.substring(0, NAMED) + "-";
        for (var unpacked : unpacked(place, prefix)) {
            if (own.digest(unpacked).filter(digest::equals).isPresent()) {
                return new PostgresProgram(unpacked);
            }
            LOG.warn(
                    "{} is no longer what was unpacked there; nothing is run from it, and a fresh copy is made",
                    unpacked);
        }
        var fresh = Files.createTempDirectory(place, "unpacking-");
        archive.unpack(fresh);
        if (own.digest(fresh).filter(digest::equals).isEmpty()) {
            throw new StartRefused("PostgreSQL's programs could not be unpacked as they were packed into "
                    + fresh + "; look at that disk.");
        }
        return new PostgresProgram(Files.move(fresh, place.resolve(prefix + UUID.randomUUID()),
                StandardCopyOption.ATOMIC_MOVE));
    }

    /** A process of one of the programs, which only knows what it is told here. */
    ProcessBuilder process(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root. Seen from a user namespace of its own, it does not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin")
                .resolve(program + (File.separatorChar == '\\' ? ".exe" : ""))
                .toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> FOREIGN_SETTINGS.stream().anyMatch(name::startsWith));
        return process.redirectErrorStream(true);
    }

    Path folder() {
        return folder;
    }

    /** A file that comes along. */
    Path shared(String name) {
        return folder.resolve("share").resolve("postgresql").resolve(name);
    }

    private static List<Path> unpacked(Path place, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(each -> each.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    /** In the user's home, where there is one; else beside the data. */
    private static Path place(OwnFiles own, Path data, Path home) throws IOException {
        var tried = new ArrayList<Path>();
        if (Files.isDirectory(home) && Files.isWritable(home)) {
            tried.add(home.resolve(".cache").resolve("organisational-memory"));
        }
        tried.add(data.resolve("postgres-program"));
        for (var place : tried) {
            if (isOursAlone(own, place)) {
                return place;
            }
            LOG.warn("{} could be changed by others; PostgreSQL's programs are not kept there", place);
        }
        throw new StartRefused("Other users of this machine could put programs of theirs into " + data
                + "; give it to the user who starts the service, and let nobody else write there.");
    }

    /** Makes the folder, or takes what others had of it where it is ours. */
    private static boolean isOursAlone(OwnFiles own, Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            OwnFiles.makeFolders(place);
        }
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) || !own.isOwned(place)) {
            return false;
        }
        if (OwnFiles.isPosix(place)) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
        return own.isPrivate(place) && !own.canBeSwapped(place);
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
