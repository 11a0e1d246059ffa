// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import orgmemory.standalone.DataFolder;

/** The server's password, in a file of the data folder; made where it is missing or none that was made here. */
final class ServerPassword {

    private static final String FILE = "postgres-password";
    private static final int BYTES = 32;

    private final Path file;
    private final String value;

    ServerPassword(DataFolder folder) throws IOException {
        this.file = folder.resolve(FILE);
        if (!isMade(file)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                folder.setAside(file);
            }
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            folder.writeSecret(FILE, HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
        }
        this.value = Files.readString(file);
    }

    Path file() {
        return file;
    }

    String value() {
        return value;
    }

    private static boolean isMade(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 2 * BYTES
                    && Files.readString(file, StandardCharsets.ISO_8859_1).matches("[0-9a-f]+");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
