// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A whole tree of files as one SHA-256: which files and links there are, by path, and what is in each. */
final class TreeDigest {

    private static final int CHUNK = 1 << 17;

    private final TreeMap<String, String> entries = new TreeMap<>();
    private final byte[] chunk = new byte[CHUNK];

    void file(String path, InputStream content) throws IOException {
        var digest = sha256();
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        entries.put(path, "file " + HexFormat.of().formatHex(digest.digest()));
    }

    void link(String path, String target) {
        entries.put(path, "link " + target);
    }

    String value() {
        var digest = sha256();
        entries.forEach((path, content) -> digest
                .update((path + '\0' + content + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
