// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import orgmemory.journal.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that a memory keeps everything in. One service works on it at a time. */
public final class DataFolder implements AutoCloseable {

    private static final Set<StandardOpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'",
            Locale.ROOT);
    private static final long MEGABYTE = 1 << 20;

    /** For the files of an empty memory and the next of PostgreSQL's logs. */
    private static final long ROOM = 100;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the folder where it is missing and takes it; refuses the start while another service has it. */
    static DataFolder take(String name) {
        if (name.isBlank()) {
            throw new StartRefused("--memory.data needs the name of a folder.");
        }
        return take(Path.of(name).toAbsolutePath().normalize());
    }

    private static DataFolder take(Path path) {
        try {
            Files.createDirectories(path, onlyForUs(path, "rwx------"));
            var lockFile = FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new StartRefused("Another service is using the data folder " + path + ".");
            }
            return new DataFolder(path, lockFile);
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused(
                    "The data folder " + path + " cannot be used: a file of that name is there.");
        } catch (AccessDeniedException e) {
            throw new StartRefused("The data folder " + path + " cannot be used: " + e.getFile()
                    + " is not this user's to write.");
        } catch (IOException e) {
            throw new StartRefused("The data folder " + path + " cannot be used: " + e.getMessage() + ".");
        }
    }

    /** Moves something in it out of the way, beside everything else, under a name with the date. Nothing is ever deleted. */
    public void setAside(Path what) throws IOException {
        var name = what.getFileName() + "-set-aside-" + DATED.format(LocalDateTime.now(ZoneOffset.UTC));
        var aside = path.resolve(name);
        for (int more = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); more++) {
            aside = path.resolve(name + "-" + more);
        }
        Files.move(what, aside, StandardCopyOption.ATOMIC_MOVE);
        LOG.warn("{} was moved to {}", what, aside);
    }

    /** Refuses a start that would soon end for want of room: PostgreSQL stops where it cannot write. */
    public void refuseIfFull() throws IOException {
        long room = Files.getFileStore(path).getUsableSpace() / MEGABYTE;
        if (room < ROOM) {
            throw new StartRefused("The disk of the data folder " + path + " is full: " + room
                    + " MB are free, and at least " + ROOM + " MB are needed.");
        }
    }

    public Path path() {
        return path;
    }

    /** A file or folder in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Writes a file that only this user can read, whole or not at all. */
    public void writeSecret(String name, byte[] content) throws IOException {
        var fresh = path.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = Files.newByteChannel(fresh, NEW_FILE, onlyForUs(path, "rw-------"))) {
            channel.write(ByteBuffer.wrap(content));
        }
        Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What makes a new file or folder at the path this user's alone, where its file system knows such permissions. */
    public static FileAttribute<?>[] onlyForUs(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
