// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFile;
import orgmemory.query.screen.table.TableFiles;

/** Sends all facts that a filter finds, not the page of them that is looked at. */
@Component
public final class LogFiles {

    private final Logs logs;
    private final Sentences sentences;
    private final TableFiles tables;

    LogFiles(Logs logs, Sentences sentences, TableFiles tables) {
        this.logs = logs;
        this.sentences = sentences;
        this.tables = tables;
    }

    /** Answers in the format that the page's address asks for. */
    public void send(LogFilter filter, Word title, Page page, HttpServletResponse response)
            throws IOException {
        tables.send(new TableFile<>(LogTable.RECORD, title, null, narrowed(filter, page),
                logs.all(filter, page)), page, response);
    }

    /** What was typed into the filter, by what its fields are called. */
    private Map<String, String> narrowed(LogFilter filter, Page page) {
        var narrowed = new LinkedHashMap<String, String>();
        filter.typed().typed().forEach((field, value) -> {
            if (!value.isEmpty() && !field.equals("cursor")) {
                narrowed.put(sentences.say("log." + field, List.of(), page.language()), value);
            }
        });
        return narrowed;
    }
}
