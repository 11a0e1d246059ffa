// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.List;
import java.util.Map;
import orgmemory.message.Rejected;
import orgmemory.query.imports.TableImport.Reading;
import orgmemory.query.imports.Uploads.Upload;
import orgmemory.query.screen.Page;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a file.
 *
 * @param reading its table, with no rows where these cannot be read
 * @param refusal why they cannot be; null where they can
 */
record UploadReading(Reading reading, @Nullable Rejected refusal) {

    private static final int MOST_ROWS = 5_000;

    /**
     * Looks at a file.
     *
     * @param options how it is written
     * @throws Rejected where no table can be read so, or one of too many rows
     */
    static UploadReading at(Upload upload, ImportForm form, TableOptions options, TableImport imports,
            Page page) {
        var table = imports.table(upload.bytes(), upload.name(), options);
        if (table.rows().size() > MOST_ROWS) {
            throw new Rejected(Rejected.Kind.MALFORMED, "import.file.too-many-rows", table.rows().size(),
                    MOST_ROWS);
        }
        var mapping = form.isMapped()
                ? form.mapping(table)
                : imports.suggested(table, options, Map.of("envelope.occurredOn", page.today().toString()));
        try {
            return new UploadReading(imports.read(table, mapping, upload.name(), page.language()), null);
        } catch (Rejected wrong) {
            return new UploadReading(new Reading(table, mapping, List.of()), wrong);
        }
    }

    /** The same table, whose rows cannot be read for another reason. */
    UploadReading refused(Rejected why) {
        return new UploadReading(new Reading(reading.table(), reading.mapping(), List.of()), why);
    }
}
