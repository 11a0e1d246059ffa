// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import orgmemory.message.Rejected;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that somebody is looking at before they are recorded. The last few are kept, each for the one who chose it. */
@Component
final class Uploads {

    private static final int KEPT = 12;

    private final Map<String, Upload> kept = new LinkedHashMap<>();

    /**
     * A file.
     *
     * @param bytes   unpacked
     * @param written how it was last found to be written
     * @param results what came of each row that was sent; null before that
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares uploads, and nobody writes into one.
    record Upload(PersonId owner, String name, byte[] bytes, TableOptions written,
            @Nullable List<Result> results) {

        /** The same file, written in another way. */
        Upload written(TableOptions options) {
            return new Upload(owner, name, bytes, options, results);
        }
    }

    /**
     * What came of a row.
     *
     * @param why it was refused, in the reader's language; null where it was taken
     */
    record Result(int row, @Nullable String why) {
    }

    synchronized String keep(Upload upload) {
        if (kept.size() >= KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        var id = UUID.randomUUID().toString();
        kept.put(id, upload);
        return id;
    }

    /** The file; refused where it is not kept any more, or was chosen by somebody else. */
    synchronized Upload of(String id, PersonId reader) {
        var upload = kept.get(id);
        if (upload == null || !upload.owner().equals(reader)) {
            throw Rejected.unknown("import.file.gone");
        }
        return upload;
    }

    /** Somebody has said how it is written, and it can be read so. */
    synchronized void written(String id, TableOptions options) {
        kept.computeIfPresent(id, (_, upload) -> upload.written(options));
    }

    synchronized void finish(String id, List<Result> results) {
        kept.computeIfPresent(id, (_, upload) -> new Upload(upload.owner(), upload.name(), upload.bytes(),
                upload.written(), List.copyOf(results)));
    }
}
