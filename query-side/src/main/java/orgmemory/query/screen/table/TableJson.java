// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import orgmemory.message.Json;
import tools.jackson.core.JsonGenerator;

/** Writes a table for programs: what it is and of when, its columns, and one object a row. */
record TableJson<R>(TableFile<R> file, CellFormat format) {

    /** A generator that is closed ends what it began: one whose rows break off must not, or a part would look whole. */
    @SuppressWarnings("resource")
    void write(Iterator<R> rows, OutputStream to) throws IOException {
        var out = Json.mapper().createGenerator(to);
        out.writeStartObject();
        head(out);
        out.writeArrayPropertyStart("rows");
        out.flush();
        while (rows.hasNext()) {
            var row = rows.next();
            out.writeStartObject();
            for (var column : file.table().inFiles()) {
                out.writePOJOProperty(column.name(), format.json(column.value().apply(row)));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }

    private void head(JsonGenerator out) {
        var page = format.page();
        out.writeStringProperty("title", TableFiles.title(file, format));
        out.writeStringProperty("asOf", page.day().toString());
        out.writeStringProperty("knownOn", TableFiles.knownOn(page));
        out.writeNumberProperty("position", page.knownTo());
        out.writeObjectPropertyStart("narrowedBy");
        file.narrowed().forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeArrayPropertyStart("columns");
        for (var column : file.table().inFiles()) {
            out.writeStartObject();
            out.writeStringProperty("name", column.name());
            out.writeStringProperty("label",
                    format.say(TableColumn.Word.of(file.table().label(column))));
            out.writeStringProperty("kind", column.kind().name().toLowerCase(Locale.ROOT));
            if (column.kind().isAmount()) {
                out.writeStringProperty("unit", "agorot");
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
