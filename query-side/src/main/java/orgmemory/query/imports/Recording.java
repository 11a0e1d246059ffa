// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import orgmemory.access.CommandClient;
import orgmemory.access.FormCheck;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.query.imports.TableImport.Reading;
import orgmemory.query.imports.Uploads.Result;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends the rows of a table to the side that decides, one after the other, and waits until the memory shows them. */
@Component
final class Recording {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final ObjectProvider<CommandClient> client;
    private final Problems problems;
    private final Memory memory;
    private final TableImport imports;

    /** Where nobody decides, nobody checks either. */
    Recording(ObjectProvider<CommandClient> client, ObjectProvider<FormCheck> form, Problems problems,
            Sentences sentences, Memory memory) {
        this.client = client;
        this.problems = problems;
        this.memory = memory;
        this.imports = new TableImport(sentences, problems, form.getIfAvailable(() -> (command, body) -> {}));
    }

    TableImport imports() {
        return imports;
    }

    /** What came of each row, those included that could not be sent. Stops where the service cannot take any more. */
    List<Result> record(Page page, Reading reading) {
        var commands = client.stream()
                .findFirst()
                .orElseThrow(() -> HttpProblem.later("screen.only-reads", 60));
        var reader = Objects.requireNonNull(page.reader());
        var results = new ArrayList<Result>();
        String last = null;
        for (var row : reading.rows()) {
            if (!row.wrong().isEmpty()) {
                results.add(new Result(row.number(), String.join("; ", row.wrong())));
            }
            if (!row.isRight()) {
                continue;
            }
            try {
                var taken = commands.issue(reader.id(), reading.mapping().command(), row.sent(),
                        page.language(),
                        row.key(), null);
                last = taken.after() == null ? last : taken.after();
                results.add(new Result(row.number(), null));
            } catch (RuntimeException refusal) {
                var problem = problems.of(refusal, page.language());
                if (problem.status() >= SERVER_ERROR) {
                    throw refusal;
                }
                results.add(new Result(row.number(), problem.detail()));
            }
        }
        if (last != null) {
            var _ = memory.awaitEvent(last, PATIENCE);
        }
        return results;
    }
}
