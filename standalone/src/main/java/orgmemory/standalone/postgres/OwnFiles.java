// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import orgmemory.standalone.DataFolder;

/** Files and folders that belong to whoever runs the service, and that nobody else can write. */
final class OwnFiles {

    private static final Set<PosixFilePermission> OTHERS_WRITE = PosixFilePermissions.fromString("----w--w-");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final int STICKY = 0b1_000_000_000;

    private final UserPrincipal owner;

    private OwnFiles(UserPrincipal owner) {
        this.owner = owner;
    }

    /** Those of whoever runs this: of the one to whom a new file in the folder belongs. */
    static OwnFiles inSightOf(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "whose", "");
        try {
            return new OwnFiles(Files.getOwner(probe));
        } finally {
            Files.delete(probe);
        }
    }

    /** A folder of ours that nobody else even sees into, no link. */
    boolean isPrivate(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isOwned(folder)
                && (!isPosix(folder) || OWNER_ONLY.equals(permissions(folder)));
    }

    boolean isOwned(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner);
    }

    /** Whether somebody else could put another thing in the path's place, at whatever height. */
    boolean canBeSwapped(Path path) throws IOException {
        for (var above = path.toRealPath(); above != null; above = above.getParent()) {
            if (isPosix(above) && !isSafe(above)) {
                return true;
            }
        }
        return false;
    }

    /** Root's or ours, and not to be written by others, or only as {@code /tmp} is: everybody their own. */
    private boolean isSafe(Path folder) throws IOException {
        var attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        boolean trusted = attributes.owner().equals(owner) || attributes.owner().getName().equals("root");
        boolean ownGroup = attributes.group().getName().equals(owner.getName());
        boolean writable = attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)
                || (!ownGroup && attributes.permissions().contains(PosixFilePermission.GROUP_WRITE));
        return trusted && (!writable || isSticky(folder));
    }

    private static boolean isSticky(Path folder) throws IOException {
        return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }

    /** The digest of all that lies in a folder; empty where somebody else owns or may write a part of it. */
    Optional<String> digest(Path folder) throws IOException {
        var digest = new TreeDigest();
        var seen = new SimpleFileVisitor<Path>() {

            private boolean ours = isPrivate(folder);

            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
                    throws IOException {
                return goOn(isOurs(each));
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                var path = folder.relativize(each).toString().replace('\\', '/');
                if (attributes.isSymbolicLink()) {
                    digest.link(path, Files.readSymbolicLink(each).toString());
                    return goOn(isOwned(each));
                }
                boolean whole = attributes.isRegularFile() && isOurs(each) && Files.isReadable(each)
                        && (!path.startsWith("bin/") || Files.isExecutable(each));
                if (whole) {
                    try (var content = Files.newInputStream(each)) {
                        digest.file(path, content);
                    }
                }
                return goOn(whole);
            }

            private FileVisitResult goOn(boolean still) {
                ours &= still;
                return ours ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        };
        if (seen.ours) {
            Files.walkFileTree(folder, seen);
        }
        return seen.ours ? Optional.of(digest.value()) : Optional.empty();
    }

    private boolean isOurs(Path path) throws IOException {
        return isOwned(path) && (!isPosix(path)
                || permissions(path).stream().noneMatch(OTHERS_WRITE::contains));
    }

    /** Makes a folder and those above it that are missing, for the owner alone. */
    static void makeFolders(Path folder) throws IOException {
        Files.createDirectories(folder, DataFolder.onlyForUs(folder, "rwx------"));
    }

    static void write(Path file, InputStream content, boolean program) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options,
                DataFolder.onlyForUs(file, program ? "rwx------" : "rw-------"));
                var out = Channels.newOutputStream(channel)) {
            content.transferTo(out);
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Set<PosixFilePermission> permissions(Path path) throws IOException {
        return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    }
}
