// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import orgmemory.journal.StartRefused;

/** Gives back to the owner what a copy or a slip took from them, and takes from everybody else what PostgreSQL refuses. */
final class Permissions {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private Permissions() {
    }

    /** All that is in a data directory is its owner's to read and write, and the directory itself is nobody else's. */
    static void giveBack(Path directory) throws IOException {
        if (OwnFiles.isPosix(directory)) {
            if (!FOLDER.equals(Files.getPosixFilePermissions(directory))) {
                set(directory, FOLDER);
            }
            within(directory);
        }
    }

    private static void within(Path folder) throws IOException {
        try (var all = Files.newDirectoryStream(folder)) {
            for (var each : all) {
                if (!Files.isSymbolicLink(each)) {
                    boolean isFolder = Files.isDirectory(each);
                    atLeast(each, isFolder ? FOLDER : FILE);
                    if (isFolder) {
                        within(each);
                    }
                }
            }
        }
    }

    private static void atLeast(Path path, Set<PosixFilePermission> needed) throws IOException {
        var has = Files.getPosixFilePermissions(path);
        if (!has.containsAll(needed)) {
            var both = EnumSet.copyOf(needed);
            both.addAll(has);
            set(path, both);
        }
    }

    private static void set(Path path, Set<PosixFilePermission> permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(path, permissions);
        } catch (IOException notOurs) {
            throw new StartRefused(path + " belongs to " + Files.getOwner(path).getName()
                    + ", and the service may not use it; give it to the user who starts the service.",
                    notOurs);
        }
    }
}
