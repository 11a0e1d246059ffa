// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import orgmemory.journal.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive on the class path that PostgreSQL's programs for this kind of machine come in. */
final class ProgramArchive {

    /** What each archive unpacks to, as {@link TreeDigest}; made from the archives themselves, and tested against them. */
    static final String DIGESTS = "programs.properties";

    private final String name;

    ProgramArchive(String name) {
        this.name = name;
    }

    static ProgramArchive ofThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var family = system.startsWith("win") ? "windows" : system.startsWith("mac") ? "darwin" : "linux";
        var kind = processor.matches("aarch64|arm64") ? "arm_64" : "x86_64";
        var alpine = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return new ProgramArchive("postgres-" + family + "-" + kind + alpine + ".txz");
    }

    String name() {
        return name;
    }

    /** What its tree must be once it is unpacked. Read from the archive itself where it is not one that we ship. */
    String digest() throws IOException {
        var known = new Properties();
        try (var digests = ProgramArchive.class.getResourceAsStream(DIGESTS)) {
            if (digests != null) {
                known.load(digests);
            }
        }
        var digest = known.getProperty(name);
        return digest == null ? read() : digest;
    }

    /** The digest by the archive alone. */
    String read() throws IOException {
        var digest = new TreeDigest();
        each((entry, content) -> {
            if (entry.isSymbolicLink() || entry.isLink()) {
                digest.link(path(entry), entry.getLinkName());
            } else if (entry.isFile()) {
                digest.file(path(entry), content);
            }
        });
        return digest.value();
    }

    /** Writes all of it into a folder that is empty and the owner's alone. */
    void unpack(Path folder) throws IOException {
        each((entry, content) -> {
            var target = folder.resolve(path(entry)).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException(entry.getName() + " leads out of the folder");
            }
            if (entry.isDirectory()) {
                OwnFiles.makeFolders(target);
            } else {
                OwnFiles.makeFolders(Objects.requireNonNull(target.getParent()));
                if (entry.isSymbolicLink() || entry.isLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    OwnFiles.write(target, content, path(entry).startsWith("bin/"));
                }
            }
        });
    }

    private interface Visitor {

        void visit(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private void each(Visitor visitor) throws IOException {
        try (var archive = ProgramArchive.class.getResourceAsStream("/" + name)) {
            if (archive == null) {
                throw new StartRefused("No PostgreSQL comes along for this kind of machine (" + name
                        + "); name a server of your own with MEMORY_DATABASE_URL.");
            }
            try (var tar = new TarArchiveInputStream(
                    new XZInputStream(new BufferedInputStream(archive)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    visitor.visit(entry, tar);
                }
            }
        }
    }

    private static String path(TarArchiveEntry entry) {
        return entry.getName().replaceFirst("^\\./", "");
    }
}
